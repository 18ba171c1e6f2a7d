import type { ReportColumnDto } from '@tirtapay/api-client';
import { Money } from '../../../../components/money';
import { channelName } from '../../../../lib/channel-name';
import { formatDateShort, formatNumber, formatPeriod } from '../../../../lib/format';

type Cell = ReportColumnDto['cell'];

/** Numbers stand right, so that their digits do. */
export const isNumber = (cell: Cell): boolean => cell === 'RUPIAH' || cell === 'COUNT';

/** One value, written as its column says. */
export function ReportCell({ cell, value }: { cell: Cell; value: unknown }) {
  if (typeof value === 'number') return cell === 'RUPIAH' ? <Money amount={value} /> : formatNumber(value);
  if (typeof value !== 'string') return '—';
  switch (cell) {
    case 'DATE':
      return formatDateShort(value);
    case 'PERIOD':
      return formatPeriod(value);
    case 'CHANNEL':
      return channelName(value);
    default:
      return value;
  }
}
