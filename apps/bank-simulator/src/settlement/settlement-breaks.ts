import type { SettlementRow } from '@tirtapay/bank-protocol';
import { addDays, buildCustomerNumber, businessDate, parseCustomerNumber } from '@tirtapay/domain';

/** What can be wrong with a file (payment-standards §4, break types). */
export const SETTLEMENT_BREAKS = [
  'missing',
  'extra',
  'duplicate',
  'amount',
  'next-day',
  'reversed',
  'fee',
  'customer',
] as const;

export type SettlementBreak = (typeof SETTLEMENT_BREAKS)[number];

export const BREAK_WORDS: Readonly<Record<SettlementBreak, string>> = {
  missing: 'satu baris hilang',
  extra: 'satu baris tanpa pembayaran di PDAM',
  duplicate: 'satu baris tercatat dua kali',
  amount: 'satu nominal berbeda Rp1.000',
  'next-day': 'satu baris tercatat hari berikutnya',
  reversed: 'satu baris dibatalkan bank setelah diterima',
  fee: 'satu baris dipotong biaya Rp2.500',
  customer: 'satu baris atas nomor pelanggan lain',
};

const DIFFERENCE = 1_000;
const KEPT = 2_500;
const TAKEN_BACK = '05';

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
    case 'reversed':
      return [{ ...row, status: TAKEN_BACK }];
    // The customer paid the same; less of it arrives.
    case 'fee':
      return [{ ...row, amount: row.amount - KEPT, fee: KEPT }];
    case 'customer':
      return [{ ...row, customerNo: neighbour(row.customerNo) }];
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

/** The next number of the same street, with a right check digit. */
function neighbour(customerNo: string): string {
  const parts = parseCustomerNumber(customerNo);
  if (!parts) return '010203000012';
  return buildCustomerNumber({ ...parts, sequence: (parts.sequence % 99_999) + 1 });
}
