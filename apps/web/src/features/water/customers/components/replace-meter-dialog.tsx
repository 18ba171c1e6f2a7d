import { Text, TextInput } from '@mantine/core';
import { DatePickerInput, TimeInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { MeterFields } from './meter-fields';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import type { CustomerMeterDto, CustomerDto } from '@tirtapay/api-client';
import type { TypedNumber } from '../../../../lib/number-words';
import { replaceMeter } from '../api/customers-api';
import { exchangeInstant } from './exchange-time';
import { meterOf, meterRules, standProblem, USUAL_METER } from './meter-form';
import type { MeterValues } from './meter-form';

interface ReplaceMeterDialogProps {
  customer: CustomerDto;
  meter: CustomerMeterDto;
  today: string;
  /** As the utility writes its zone, `WITA`. */
  zone: string;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  removed_stand: TypedNumber;
  replaced_on: string | null;
  replaced_at: string;
  reason: string;
  meter: MeterValues;
}

/** The two stands typed here decide what the customer pays for: the old meter's last and the new one's first. */
export function ReplaceMeterDialog({ customer, meter, today, zone, onClose }: ReplaceMeterDialogProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const required = (value: string | null) =>
    value === '' || value === null ? common('form.required') : null;
  const form = useForm<Values>({
    initialValues: {
      removed_stand: '',
      replaced_on: today,
      replaced_at: '',
      reason: '',
      meter: { ...USUAL_METER, digits: meter.digits, size_mm: String(meter.size_mm) },
    },
    validate: {
      removed_stand: (value) => standProblem(t, value, meter.digits),
      replaced_on: required,
      reason: (value) => (value.trim().length < 3 ? common('form.required') : null),
      meter: meterRules(t),
    },
  });
  const { sending } = useFormAction(form, {
    perform: replaceMeter,
    done: () => t('meter.replaced'),
    onSuccess: onClose,
    asks: (values) => ({
      id: customer.id,
      version: customer.version,
      removed_stand: Number(values.removed_stand),
      replaced_on: values.replaced_on ?? today,
      ...(values.replaced_at !== '' && {
        replaced_at: exchangeInstant(values.replaced_on ?? today, values.replaced_at, zone),
      }),
      reason: values.reason.trim(),
      meter: meterOf(values.meter),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('meter.replaceTitle')}
      submitLabel={t('meter.replace')}
      {...sending}
    >
      <Text size="sm" c="dimmed">
        {t('meter.replaceHint', { serial: meter.serial })}
      </Text>
      <NumberField
        label={t('meter.removedStandOf', { serial: meter.serial })}
        withAsterisk
        unit="m³"
        data-autofocus
        key={form.key('removed_stand')}
        {...form.getInputProps('removed_stand')}
      />
      <DatePickerInput
        label={t('meter.replacedOn')}
        withAsterisk
        maxDate={today}
        minDate={meter.installed_on}
        valueFormat="D MMMM YYYY"
        key={form.key('replaced_on')}
        {...form.getInputProps('replaced_on')}
      />
      <TimeInput
        label={t('meter.replacedTime')}
        description={t('meter.replacedTimeHint')}
        key={form.key('replaced_at')}
        {...form.getInputProps('replaced_at')}
      />
      <MeterFields form={form} serialLabel={t('meter.newSerial')} />
      <TextInput
        label={t('meter.reason')}
        placeholder={t('meter.reasonExample')}
        withAsterisk
        maxLength={300}
        key={form.key('reason')}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
