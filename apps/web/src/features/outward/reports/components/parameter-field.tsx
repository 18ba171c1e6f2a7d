import { TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import type { ReportSummaryDto } from '@tirtapay/api-client';
import { isCustomerNumber } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeriodInput } from '../../../../components/form/period-input';
import { TypedSelect } from '../../../../components/form/typed-select';

interface ParameterFieldProps {
  parameter: ReportSummaryDto['parameters'][number];
  value: string;
  onChange: (value: string) => void;
}

/** Asked for once it is a number of a customer. */
function CustomerField({
  label,
  value,
  onChange,
}: { label: string } & Omit<ParameterFieldProps, 'parameter'>) {
  const { t } = useTranslation('reports');
  const [typed, setTyped] = useState(value);
  const number = typed.replaceAll(/\D/g, '');
  return (
    <TextInput
      label={label}
      placeholder="010203000046"
      inputMode="numeric"
      value={typed}
      error={number.length >= 12 && !isCustomerNumber(number) ? t('noCustomer') : null}
      onChange={({ currentTarget: { value: next } }) => {
        setTyped(next);
        const digits = next.replaceAll(/\D/g, '');
        if (isCustomerNumber(digits)) onChange(digits);
      }}
    />
  );
}

export function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const { t } = useTranslation('reports');
  const { title: label, kind, optional, choices } = parameter;
  const common = {
    label,
    value: value === '' ? null : value,
    onChange: (next: string | null) => {
      onChange(next ?? '');
    },
  };
  switch (kind) {
    case 'PERIOD':
      return <PeriodInput clearable={optional} {...common} />;
    case 'DATE':
      return <DatePickerInput valueFormat="D MMM YYYY" clearable={optional} {...common} />;
    case 'CUSTOMER':
      return <CustomerField label={label} value={value} onChange={onChange} />;
    case 'CHOICE':
      return (
        <TypedSelect
          data={choices.map((choice) => ({ value: choice.value, label: choice.title }))}
          clearable={optional}
          typing={choices.length > 10}
          placeholder={optional ? t('everything') : ''}
          {...common}
        />
      );
  }
}
