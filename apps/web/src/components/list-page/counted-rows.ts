import type { PageMeta } from '@tirtapay/contracts';
import { formatNumber } from '../../lib/format';

/** How many rows there are, in words of the reader: `1.204`, or `10.000+` where the count ended. */
export function countedRows(meta: Pick<PageMeta, 'total' | 'total_capped'> | undefined): string {
  return `${formatNumber(meta?.total ?? 0)}${meta?.total_capped === true ? '+' : ''}`;
}
