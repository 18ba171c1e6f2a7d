import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { basisPointsOf } from '../../lib/basis-points';

interface PercentFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (typed: string) => void;
}

/** The one field for a share of the whole. It keeps what was typed to the letter; what is no percentage is said when it is left. */
export function PercentField({ value, onChange, error, ...props }: PercentFieldProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const problem = left && value.trim() !== '' && basisPointsOf(value) === null ? t('number.PERCENT') : null;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSection="%"
      rightSectionPointerEvents="none"
      maxLength={12}
      {...props}
      value={value}
      error={problem ?? error}
      onChange={(event) => {
        setLeft(false);
        onChange(event.currentTarget.value);
      }}
      onBlur={() => {
        setLeft(true);
      }}
    />
  );
}
