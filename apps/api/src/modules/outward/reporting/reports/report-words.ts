import { channelName, groupWholeNumber, type Language } from '@tirtapay/domain';
import type { ReportCell, ReportColumn, ReportValue } from './report';

/** What people read for a code; other values as they are. */
export function worded({ cell, words }: ReportColumn, value: ReportValue, language: Language): ReportValue {
  if (typeof value !== 'string') return value;
  if (cell === 'CHANNEL') return channelName(value, language);
  return cell === 'WORD' ? (words?.[value]?.[language] ?? value) : value;
}

/** `114.217,05`: as people read it on paper. */
export function groupedDecimal(value: number): string {
  const [whole = '', part = ''] = Math.abs(value).toFixed(2).split('.');
  const text = `${groupWholeNumber(Number(whole))},${part}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

const NUMERIC: ReadonlySet<ReportCell> = new Set([
  'COUNT',
  'VOLUME',
  'RUPIAH',
  'DIFFERENCE',
  'BALANCE',
  'PERCENT',
  'AVERAGE',
]);

/** Numbers stand right, so that their digits do. */
export const isNumeric = (cell: ReportCell): boolean => NUMERIC.has(cell);
