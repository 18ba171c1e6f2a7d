import { groupWholeNumber } from '../number';
import { rupiah } from './rupiah';

/**
 * `42500` → `Rp42.500`, `-42500` → `-Rp42.500`: no space, dots between thousands, no decimals, as the invoice
 * formats print it. Intl's currency style puts a no-break space after "Rp", which printers and banks stumble over.
 * @throws RangeError unless the number is a safe integer.
 */
export function formatRupiah(amount: number): string {
  const whole = rupiah(amount);
  const grouped = groupWholeNumber(Math.abs(whole));
  return `${whole < 0 ? '-' : ''}Rp${grouped}`;
}
