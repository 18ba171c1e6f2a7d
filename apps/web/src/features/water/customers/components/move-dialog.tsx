import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { PeriodInput } from '../../../../components/form/period-input';
import { reasonRule, REASON_LENGTH } from '../../../../components/form/reason';
import { TypedSelect } from '../../../../components/form/typed-select';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import type { Asked } from '../../../../components/list-page/list-api';
import { formatPeriod } from '../../../../lib/format';
import { useRegions, useRoutesOf } from '../../../../lib/reference-data';
import { moveCustomers, useMovePreview } from '../api/customers-api';
import { MovePreview } from './move-preview';

interface Values extends Record<string, unknown> {
  region_id: string | null;
  route_id: string | null;
  from_period: string | null;
  reason: string;
}

interface MoveDialogProps {
  /** The customers as the list asks for them. */
  asked: Asked;
  /** Of a customer moved alone. */
  version?: number;
  onClose: () => void;
  onDone?: () => void;
  /** Who they are. */
  children: ReactNode;
}

/** Brings customers to another region or route, after the server has said whom and from which month on. */
export function MoveDialog({ asked, version, onClose, onDone, children }: MoveDialogProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const chosen = (value: string | null) => (value === null ? common('form.required') : null);
  const form = useForm<Values>({
    initialValues: { region_id: null, route_id: null, from_period: null, reason: '' },
    validate: {
      region_id: chosen,
      route_id: chosen,
      from_period: () => chosen(month),
      reason: reasonRule(REASON_LENGTH),
    },
  });
  const { region_id: region, route_id: route, from_period: from } = form.values;
  const regions = useRegions();
  const routes = useRoutesOf(region === null ? undefined : Number(region));
  const preview = useMovePreview(
    asked,
    region === null || route === null
      ? null
      : {
          region_id: Number(region),
          route_id: Number(route),
          ...(from !== null && { from_period: from }),
        },
  );
  // The month on the screen is the month that is asked for: a run that bills it in between refuses it.
  const month: string | null = from ?? preview.data?.from_period ?? null;
  const { sending } = useFormAction(form, {
    perform: moveCustomers,
    done: (moved) => t('move.done', { count: moved.moved, period: formatPeriod(moved.from_period) }),
    onSuccess: () => {
      onDone?.();
      onClose();
    },
    onError: () => void preview.refetch(),
    asks: (values) => ({
      asked,
      region_id: Number(values.region_id),
      route_id: Number(values.route_id),
      ...(month !== null && { from_period: month }),
      reason: values.reason.trim(),
      ...(version !== undefined && { version }),
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('move.title')} submitLabel={t('move.submit')} {...sending}>
      <Text size="sm">{children}</Text>
      <TypedSelect
        label={t('move.region')}
        withAsterisk
        placeholder={common('form.choose')}
        data={(regions.data ?? [])
          .filter((row) => row.active)
          .map((row) => ({ value: String(row.id), label: `${row.code} · ${row.name}` }))}
        value={region}
        error={form.errors.region_id}
        onChange={(value) => {
          // A route belongs to one region.
          form.setValues({ region_id: value, route_id: null });
        }}
      />
      <TypedSelect
        label={t('move.route')}
        withAsterisk
        disabled={region === null}
        placeholder={common('form.choose')}
        description={routes.data?.length === 0 ? t('move.noRoutes') : undefined}
        data={(routes.data ?? []).map((row) => ({
          value: String(row.id),
          label: `${row.code} · ${row.name}`,
        }))}
        {...form.getInputProps('route_id')}
      />
      {region !== null && route !== null && (
        <>
          <PeriodInput
            label={t('move.from')}
            description={t('move.fromHint')}
            value={month}
            error={form.errors.from_period}
            onChange={(value) => {
              form.setFieldValue('from_period', value);
            }}
          />
          <MovePreview preview={preview} />
        </>
      )}
      <ReasonField form={form} />
    </FormDialog>
  );
}
