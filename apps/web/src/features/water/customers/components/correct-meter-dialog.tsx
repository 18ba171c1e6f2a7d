import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CustomerDto, CustomerMeterDto, MeterHistoryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import type { TypedNumber } from '../../../../lib/number-words';
import { correctMeter } from '../api/customers-api';
import { MeterFields } from './meter-fields';
import { meterOf, meterRules, standProblem } from './meter-form';
import type { MeterValues } from './meter-form';

interface CorrectMeterDialogProps {
  customer: CustomerDto;
  meter: CustomerMeterDto;
  /** The meter it took the place of. */
  before: MeterHistoryDto | undefined;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  removed_stand: TypedNumber;
  reason: string;
  meter: MeterValues;
}

/** What was written down wrongly of a meter, before anybody is billed by it. */
export function CorrectMeterDialog({ customer, meter, before, onClose }: CorrectMeterDialogProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: {
      removed_stand: before?.removed_stand ?? '',
      reason: '',
      meter: {
        serial: meter.serial,
        digits: meter.digits,
        size_mm: String(meter.size_mm),
        installed_stand: meter.installed_stand,
      },
    },
    validate: {
      removed_stand: (value) => (before === undefined ? null : standProblem(t, value, before.digits)),
      reason: (value) => (value.trim().length < 3 ? common('form.required') : null),
      meter: meterRules(t),
    },
  });
  const { sending } = useFormAction(form, {
    perform: correctMeter,
    done: () => t('meter.corrected'),
    onSuccess: onClose,
    asks: (values) => ({
      id: customer.id,
      version: customer.version,
      ...(before !== undefined &&
        Number(values.removed_stand) !== before.removed_stand && {
          removed_stand: Number(values.removed_stand),
        }),
      reason: values.reason.trim(),
      meter: meterOf(values.meter),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('meter.correctTitle')}
      submitLabel={common('action.save')}
      {...sending}
    >
      <Text size="sm" c="dimmed">
        {t('meter.correctHint')}
      </Text>
      {before !== undefined && (
        <NumberField
          label={t('meter.removedStandOf', { serial: before.serial })}
          withAsterisk
          unit="m³"
          key={form.key('removed_stand')}
          {...form.getInputProps('removed_stand')}
        />
      )}
      <MeterFields form={form} serialLabel={t('meter.serial')} />
      <TextInput
        label={t('meter.why')}
        withAsterisk
        maxLength={300}
        key={form.key('reason')}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
