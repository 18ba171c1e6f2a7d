import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { METER_DIGITS, METER_SIZES } from './meter-form';

type Field = 'meter.serial' | 'meter.digits' | 'meter.size_mm' | 'meter.installed_stand';

/** A form that has a meter in it, whatever else it has. */
interface MeterForm {
  key: (path: Field) => string;
  getInputProps: (path: Field) => object;
}

interface MeterFieldsProps {
  form: MeterForm;
  serialLabel: string;
  autoFocus?: boolean;
}

/** What a meter is and what it shows on the day it is put in. */
export function MeterFields({ form, serialLabel, autoFocus = false }: MeterFieldsProps) {
  const { t } = useTranslation('customers');
  const field = (path: Field) => ({ withAsterisk: true, ...form.getInputProps(path) });
  return (
    <>
      <TextInput
        {...(autoFocus && { 'data-autofocus': true })}
        label={serialLabel}
        maxLength={40}
        key={form.key('meter.serial')}
        {...field('meter.serial')}
      />
      <NumberField
        label={t('form.digits')}
        description={t('form.digitsHint')}
        limits={METER_DIGITS}
        key={form.key('meter.digits')}
        {...field('meter.digits')}
      />
      <Select
        label={t('form.size')}
        allowDeselect={false}
        data={METER_SIZES}
        key={form.key('meter.size_mm')}
        {...field('meter.size_mm')}
      />
      <NumberField
        label={t('form.stand')}
        unit="m³"
        key={form.key('meter.installed_stand')}
        {...field('meter.installed_stand')}
      />
    </>
  );
}
