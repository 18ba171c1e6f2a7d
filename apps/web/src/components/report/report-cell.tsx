import { Anchor } from '@mantine/core';
import type { ReportColumnDto } from '@tirtapay/api-client';
import { figureLink } from '@tirtapay/contracts';
import { isBusinessDate, isPeriod } from '@tirtapay/domain';
import { Link } from 'react-router-dom';
import { Money } from '../money';
import { channelName } from '../../lib/channel-name';
import { formatDateShort, formatMomentShort, formatNumber, formatPeriod } from '../../lib/format';
import classes from './report.module.css';

const MONEY: ReadonlySet<string> = new Set(['RUPIAH', 'DIFFERENCE', 'BALANCE']);

/** A heading may be a day or a month, where a report is added up by either. */
function timeName(value: string): string | null {
  if (isBusinessDate(value)) return formatDateShort(value);
  return isPeriod(value) ? formatPeriod(value) : null;
}

function Value({ column: { cell, words }, value }: { column: ReportColumnDto; value: unknown }) {
  if (typeof value === 'number') {
    if (cell === 'PERCENT') return `${formatNumber(value)} %`;
    if (!MONEY.has(cell)) return formatNumber(value);
    const money = <Money amount={value} />;
    return cell === 'DIFFERENCE' && value !== 0 ? <span className={classes.wrong}>{money}</span> : money;
  }
  if (typeof value !== 'string') return '—';
  switch (cell) {
    case 'DATE':
      return formatDateShort(value);
    case 'MOMENT':
      return formatMomentShort(value);
    case 'PERIOD':
      return formatPeriod(value);
    case 'CHANNEL':
      return timeName(value) ?? channelName(value);
    default:
      return words[value] ?? timeName(value) ?? value;
  }
}

interface ReportCellProps {
  column: ReportColumnDto;
  value: unknown;
  /** The row and what was asked, for the list behind the figure. */
  values: Readonly<Record<string, unknown>>;
}

/** One value, written as its column says; a figure leads to what it counts. */
export function ReportCell({ column, value, values }: ReportCellProps) {
  const shown = <Value column={column} value={value} />;
  const to =
    column.link === null || value === null || value === 0
      ? null
      : figureLink(column.link, values as Parameters<typeof figureLink>[1]);
  return to === null ? (
    shown
  ) : (
    <Anchor component={Link} to={to} size="sm" inherit>
      {shown}
    </Anchor>
  );
}
