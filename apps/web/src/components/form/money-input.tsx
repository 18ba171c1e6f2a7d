import { NumberInput } from '@mantine/core';
import type { NumberInputProps } from '@mantine/core';

/** Whole rupiah, grouped while typing: `Rp42.500`. */
export function MoneyInput(props: NumberInputProps) {
  return (
    <NumberInput
      prefix="Rp"
      thousandSeparator="."
      decimalSeparator=","
      allowDecimal={false}
      allowNegative={false}
      hideControls
      max={10_000_000_000}
      {...props}
    />
  );
}
