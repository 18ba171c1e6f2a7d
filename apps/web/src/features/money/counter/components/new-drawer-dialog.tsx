import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../../../../components/form/typed-select';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { usePermission } from '../../../../lib/use-permission';
import { NumberField } from '../../../../components/form/number-field';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { createDrawer, usePayPoints } from '../api/drawers-api';
import { FEE } from './fee-limits';

const CODE = /^[A-Z0-9]{2,12}$/;

interface Values extends Record<string, unknown> {
  code: string;
  name: string;
  pay_point_id: string | null;
  admin_fee: TypedNumber;
}

export function NewDrawerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const seesPlaces = usePermission('setting.read');
  const places = usePayPoints(seesPlaces);
  const form = useForm<Values>({
    initialValues: { code: '', name: '', pay_point_id: null, admin_fee: 0 },
    validate: {
      code: (value) => (CODE.test(value) ? null : t('drawers.codeInvalid')),
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      admin_fee: (value) => numberProblem(value, FEE),
    },
  });
  const { sending } = useFormAction(form, {
    perform: createDrawer,
    done: ({ name }) => t('drawers.added', { name }),
    onSuccess: onClose,
    asks: ({ code, name, pay_point_id: place, admin_fee: fee }) => ({
      code,
      name: name.trim(),
      pay_point_id: place === null ? null : Number(place),
      admin_fee: numberIn(fee) ?? 0,
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('drawers.add')} {...sending}>
      <TextInput
        label={t('drawers.code')}
        description={t('drawers.codeHint')}
        withAsterisk
        maxLength={12}
        data-autofocus
        key={form.key('code')}
        {...form.getInputProps('code')}
        onChange={(event) => {
          form.setFieldValue('code', event.currentTarget.value.toUpperCase());
        }}
      />
      <TextInput
        label={common('word.name')}
        withAsterisk
        maxLength={100}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      {seesPlaces && (
        <TypedSelect
          label={t('drawers.payPoint')}
          description={t('drawers.payPointHint')}
          data={(places.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          clearable
          key={form.key('pay_point_id')}
          {...form.getInputProps('pay_point_id')}
        />
      )}
      <NumberField
        label={t('sheets.fee')}
        description={t('drawers.newFeeHint')}
        unit="Rp"
        limits={FEE}
        withAsterisk
        key={form.key('admin_fee')}
        {...form.getInputProps('admin_fee')}
      />
    </FormDialog>
  );
}
