import { formatMoney } from '../lib/format';

/** An amount of rupiah, never broken across lines. */
export function Money({ amount }: { amount: number }) {
  return (
    <span data-money="" style={{ whiteSpace: 'nowrap' }}>
      {formatMoney(amount)}
    </span>
  );
}
