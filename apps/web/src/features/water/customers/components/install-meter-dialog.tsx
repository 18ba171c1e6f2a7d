import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CustomerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { installMeter } from '../api/customers-api';
import { METER_DIGITS, standProblem } from './customer-form';
import { MeterFields } from './meter-fields';

interface Values extends Record<string, unknown> {
  meter: { serial: string; digits: TypedNumber; size_mm: string; installed_stand: TypedNumber };
}

/** A connection that is taken up again gets a meter before water runs. */
export function InstallMeterDialog({ customer, onClose }: { customer: CustomerDto; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const required = (value: string) => (value.trim() === '' ? common('form.required') : null);
  const form = useForm<Values>({
    initialValues: { meter: { serial: '', digits: 5, size_mm: '15', installed_stand: 0 } },
    validate: {
      meter: {
        serial: required,
        digits: (value) => numberProblem(value, METER_DIGITS),
        size_mm: required,
        installed_stand: (value, values) => standProblem(t, value, values.meter.digits),
      },
    },
  });
  const { sending } = useFormAction(form, {
    perform: installMeter,
    done: () => t('meter.installed'),
    onSuccess: onClose,
    asks: ({ meter }) => ({
      id: customer.id,
      version: customer.version,
      meter: {
        serial: meter.serial.trim(),
        digits: Number(meter.digits),
        size_mm: Number(meter.size_mm),
        installed_stand: Number(meter.installed_stand),
      },
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('meter.install')}
      submitLabel={t('meter.install')}
      {...sending}
    >
      <Text size="sm" c="dimmed">
        {t('meter.installHint')}
      </Text>
      <TextInput
        label={t('meter.newSerial')}
        withAsterisk
        maxLength={40}
        data-autofocus
        key={form.key('meter.serial')}
        {...form.getInputProps('meter.serial')}
      />
      <MeterFields form={form} />
    </FormDialog>
  );
}
