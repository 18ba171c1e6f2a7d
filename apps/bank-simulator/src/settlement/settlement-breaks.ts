import { addDays, businessDate } from '@tirtapay/domain';
import type { SettlementRow } from './settlement-file';

/** What can be wrong with a file (payment-standards §4, break types). */
export const SETTLEMENT_BREAKS = ['missing', 'extra', 'duplicate', 'amount', 'next-day'] as const;

export type SettlementBreak = (typeof SETTLEMENT_BREAKS)[number];

export const BREAK_WORDS: Readonly<Record<SettlementBreak, string>> = {
  missing: 'satu baris hilang',
  extra: 'satu baris tanpa pembayaran di PDAM',
  duplicate: 'satu baris tercatat dua kali',
  amount: 'satu nominal berbeda Rp1.000',
  'next-day': 'satu baris tercatat hari berikutnya',
};

const DIFFERENCE = 1_000;

/**
 * The rows of a day (`YYYY-MM-DD`) with the chosen breaks, each on a row of its own while there are rows: from the oldest, in the order of
 * SETTLEMENT_BREAKS. The trailer is made afterwards and ties, as a bank's would.
 */
export function withBreaks(
  rows: readonly SettlementRow[],
  breaks: readonly SettlementBreak[],
  day: string,
): SettlementRow[] {
  const chosen = SETTLEMENT_BREAKS.filter((name) => breaks.includes(name));
  const onRows = chosen.filter((name) => name !== 'extra');
  const broken = rows.flatMap((row, index) => brokenRow(row, onRows[index]));
  return chosen.includes('extra') ? [...broken, extraRow(rows, day.replaceAll('-', ''))] : broken;
}

function brokenRow(row: SettlementRow, name: SettlementBreak | undefined): SettlementRow[] {
  switch (name) {
    case 'missing':
      return [];
    case 'duplicate':
      return [row, row];
    case 'amount':
      return [{ ...row, amount: row.amount + DIFFERENCE }];
    case 'next-day':
      return [{ ...row, date: nextDay(row.date) }];
    default:
      return [row];
  }
}

/** A payment nobody at the biller has heard of; for a real-looking customer when the day has one. */
function extraRow(rows: readonly SettlementRow[], date: string): SettlementRow {
  const [like] = rows;
  return {
    date,
    time: '235959',
    reference: `EXTRA-${date}-000001`,
    paymentRequestId: '',
    customerNo: like?.customerNo ?? '010203000046',
    periods: like?.periods ?? [],
    sheets: 1,
    amount: 50_000,
    fee: like?.fee ?? 0,
    channel: '6010',
    status: '00',
  };
}

function nextDay(date: string): string {
  const day = businessDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
  return addDays(day, 1).replaceAll('-', '');
}
