import { Select, Text, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import type { ChangePricesBody } from '@tirtapay/api-client';
import { PPOB_SERVICE_CODES, PPOB_SERVICES, variantOf } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { ReasonField } from '../../../../components/form/reason-field';
import { currentLanguage } from '../../../../i18n';
import { ApiProblem } from '../../../../lib/api-problem';
import { namedFieldText } from '../../../../lib/field-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { useAction } from '../../../../lib/use-action';
import { requestPrices, type ServiceCode } from '../api/prices-api';
import { serviceName } from '../../../../lib/service-name';

/** What is to be changed, with what it is now. */
export type PriceTask =
  | { kind: 'FEE'; service: ServiceCode; fee: number }
  | { kind: 'OFFER'; service: ServiceCode; line: Offer | null }
  | { kind: 'WITHDRAW'; service: ServiceCode; line: Offer };

interface Offer {
  variant: string;
  price: number | null;
  cost: number | null;
  sku: string;
}

interface Values extends Record<string, unknown> {
  service: ServiceCode;
  fee: TypedNumber;
  variant: string;
  price: TypedNumber;
  cost: TypedNumber;
  sku: string;
  date: string | null;
  reason: string;
}

const typed = (value: TypedNumber) => (value === '' ? undefined : Number(value));

function bodyOf(task: PriceTask, values: Values): ChangePricesBody {
  const shared = {
    offered: [],
    withdrawn: [],
    reason: values.reason,
    ...(values.date !== null && { effective_date: values.date }),
  };
  switch (task.kind) {
    case 'FEE':
      return { ...shared, ...(values.fee !== '' && { admin_fee: Number(values.fee) }) };
    case 'OFFER': {
      const [price, cost] = [typed(values.price), typed(values.cost)];
      return {
        ...shared,
        offered: [
          {
            variant: values.variant,
            sku: values.sku,
            ...(price !== undefined && { price }),
            ...(cost !== undefined && { cost }),
          },
        ],
      };
    }
    case 'WITHDRAW': {
      const { variant, price } = task.line;
      return { ...shared, withdrawn: [{ variant, ...(price !== null && { price }) }] };
    }
  }
}

/** `Operator / Paket Data`: what a variant of the service is made of. */
function partsOf(service: ServiceCode): string {
  const known = PPOB_SERVICES[service];
  return variantOf(known)
    .map((part) => known.fields.find(({ name }) => name === part)?.label[currentLanguage()] ?? 'Operator')
    .join(' / ');
}

/** Asks a second person for another price, fee, product, or for the end of one. */
export function PriceDialog({ task, onClose }: { task: PriceTask; onClose: () => void }) {
  const { t } = useTranslation('ppob-prices');
  const { t: ppob } = useTranslation('ppob');
  const { t: common } = useTranslation();
  const line = task.kind === 'FEE' ? null : task.line;
  const form = useForm<Values>({
    initialValues: {
      service: task.service,
      fee: task.kind === 'FEE' ? task.fee : '',
      variant: line?.variant ?? '',
      price: line?.price ?? '',
      cost: line?.cost ?? '',
      sku: line?.sku ?? '',
      date: null,
      reason: '',
    },
    validate: {
      reason: (reason) => (reason.trim().length < 5 ? common('form.tooShort', { min: 5 }) : null),
      sku: (sku) => (task.kind === 'OFFER' && sku.trim() === '' ? common('form.required') : null),
    },
  });
  const action = useAction({
    perform: (values: Values) => requestPrices({ code: values.service, body: bodyOf(task, values) }),
    done: () => t('asked'),
    onSuccess: onClose,
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      // `/offered/0/price` is the price of this form; what has no field here stands below them.
      for (const objection of error.fieldErrors) {
        const name = objection.pointer.split('/').at(-1) ?? '';
        const field = { admin_fee: 'fee', effective_date: 'date' }[name] ?? name;
        if (field in form.values) form.setFieldError(field, namedFieldText({ ...objection, pointer: '' }));
      }
    },
  });
  const { service } = form.values;
  const billed = PPOB_SERVICES[service].pricing.by === 'INQUIRY';
  const parts = partsOf(service);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`dialog.${task.kind}`)}
      onSubmit={form.onSubmit((values) => {
        action.run(values);
      })}
      pending={action.isPending}
      error={action.error}
      submitLabel={t('ask')}
    >
      {task.kind === 'OFFER' && line === null ? (
        <Select
          label={t('service')}
          allowDeselect={false}
          data={PPOB_SERVICE_CODES.map((code) => ({ value: code, label: serviceName(code) }))}
          {...form.getInputProps('service')}
        />
      ) : (
        <Text fw={650}>
          {[serviceName(service), line?.variant]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </Text>
      )}
      {task.kind === 'FEE' && (
        <NumberField label={ppob('fee')} unit="Rp" data-autofocus {...form.getInputProps('fee')} />
      )}
      {task.kind === 'OFFER' && (
        <>
          {parts !== '' && line === null && (
            <TextInput label={t('variant')} description={parts} {...form.getInputProps('variant')} />
          )}
          {!billed && (
            <>
              <NumberField label={t('price')} unit="Rp" {...form.getInputProps('price')} />
              <NumberField
                label={t('cost')}
                description={t('costHint')}
                unit="Rp"
                {...form.getInputProps('cost')}
              />
            </>
          )}
          <TextInput label={t('sku')} maxLength={64} {...form.getInputProps('sku')} />
        </>
      )}
      {task.kind === 'WITHDRAW' && <Text size="sm">{t('withdrawHint')}</Text>}
      <DatePickerInput
        label={t('date')}
        description={t('dateHint')}
        valueFormat="D MMM YYYY"
        clearable
        {...form.getInputProps('date')}
      />
      <ReasonField form={form} hint={t('reasonHint')} />
    </FormDialog>
  );
}
