import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { groupWholeNumber, parseWholeNumber } from '@tirtapay/domain';
import type { NumberUnit } from '@tirtapay/domain';
import { useState } from 'react';
import { numberProblem } from '../../lib/number-words';
import type { NumberLimits, TypedNumber } from '../../lib/number-words';
import { afterPress } from './after-press';

interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  value?: TypedNumber;
  onChange?: (value: TypedNumber) => void;
  unit?: NumberUnit;
  /** Said as soon as the field is left; the form asks `numberProblem` with the same limits before it sends. */
  limits?: Omit<NumberLimits, 'unit'>;
}

const textOf = (value: TypedNumber) => (typeof value === 'number' ? groupWholeNumber(value) : value);

/**
 * The one field for whole numbers. It keeps what was typed or pasted to the letter: a number is read from it whole or not
 * at all, and what cannot be read is said in words. `onChange` gives the number, or the text while it is none.
 */
export function NumberField({
  value = '',
  onChange,
  unit,
  limits,
  error,
  onBlur,
  ...props
}: NumberFieldProps) {
  const [text, setText] = useState(textOf(value));
  const [left, setLeft] = useState(false);
  const read = (typed: string): TypedNumber => {
    const parsed = parseWholeNumber(typed, unit);
    return parsed.ok ? parsed.value : typed.trim();
  };
  // Set from outside (a keypad, a form that was reset): what is shown follows what is held.
  const shown = String(read(text)) === String(value) ? text : textOf(value);
  const parsed = parseWholeNumber(shown, unit);
  // `12.` may become 12.500, and an empty field is not wrong before the form is sent. Too large stays too large.
  const early = parsed.ok
    ? limits?.max !== undefined && parsed.value > limits.max
    : parsed.reason !== 'EMPTY' && parsed.reason !== 'GROUPING';
  const late = left && (parsed.ok || parsed.reason !== 'EMPTY');
  const problem = early || late ? numberProblem(shown, { ...limits, unit }) : null;
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      {...(unit === 'Rp' && { leftSection: 'Rp', leftSectionPointerEvents: 'none' as const })}
      {...(unit === 'm³' && { rightSection: 'm³', rightSectionPointerEvents: 'none' as const })}
      {...props}
      value={shown}
      error={problem ?? error}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setLeft(false);
        setText(typed);
        onChange?.(read(typed));
      }}
      onBlur={(event) => {
        afterPress(() => {
          setLeft(true);
        });
        if (parsed.ok) setText(groupWholeNumber(parsed.value));
        onBlur?.(event);
      }}
    />
  );
}
