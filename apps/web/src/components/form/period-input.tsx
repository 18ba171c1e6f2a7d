import { MonthPickerInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PeriodInputProps {
  value: string | null;
  onChange: (period: string | null) => void;
  label?: string;
  description?: string;
  error?: ReactNode;
  disabled?: boolean;
  /** May be emptied. */
  clearable?: boolean;
  className?: string | undefined;
}

/** A usage month, `YYYY-MM`. */
export function PeriodInput({ value, onChange, label, ...rest }: PeriodInputProps) {
  const { t } = useTranslation();
  return (
    <MonthPickerInput
      label={label ?? t('form.period')}
      valueFormat="MMMM YYYY"
      value={value === null ? null : `${value}-01`}
      onChange={(next) => {
        onChange(next?.slice(0, 7) ?? null);
      }}
      {...rest}
    />
  );
}
