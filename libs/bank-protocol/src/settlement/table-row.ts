import {
  batchNarrated,
  narrated,
  tellsOfFee,
  tellsOfOwnBusiness,
  tellsOfReversal,
  writtenMoment,
  writtenTime,
  type DatePeriod,
  type SettlementDirection,
  type SettlementKind,
  type SettlementLine,
  type SettlementMapping,
} from '@tirtapay/domain';
import type { TableRecord } from './csv-records';
import { RowCells, RowError, type ColumnReadings, type SignedAmount } from './row-cells';
import type { TableLayout } from './table-layout';

/** What a bank's codes of a counter (ISO 8583 field 18) are called here; 6017 stands for several and stays as it is. */
const CHANNEL_OF_CODE: Readonly<Record<string, string>> = {
  '6010': 'TELLER',
  '6011': 'ATM',
  '6014': 'INTERNET',
  '6018': 'EDC',
  '6021': 'AGENT',
};

export interface RowContext {
  readonly layout: TableLayout;
  readonly readings: ColumnReadings;
  readonly period: DatePeriod | null;
  readonly vaPrefix: string | null;
}

interface Money {
  readonly direction: SettlementDirection;
  readonly amount: SignedAmount;
}

/**
 * The line of a row; two of one that the bank took back again (a status that is no success): the money came and went.
 * @throws RowError when the row says something that cannot be
 */
export function tableRow(
  record: TableRecord,
  context: RowContext,
): readonly [SettlementLine, SettlementLine?] {
  const { layout, readings, vaPrefix } = context;
  if (record.cells.length < layout.least) throw new RowError('COLUMNS_MISSING');
  const cells = new RowCells(layout, readings, record);
  const moment = momentOf(cells, context);
  const money = moneyOf(cells, layout.mapping);
  const text = cells.text('text');
  const told = narrated(`${text} ${cells.text('reference')}`, vaPrefix);
  const batch = batchNarrated(text);
  const channel = cells.identifier('channel');
  const va = cells.identifier('va_number')?.replace(/\D/g, '') ?? '';
  const line: SettlementLine = {
    line: record.line,
    raw: record.raw,
    booked_on: moment.date,
    booked_at: moment.time,
    direction: money.direction,
    amount: money.amount.rupiah,
    sen: money.amount.sen,
    kind: kindOf(money.direction, text, batch !== null, told.va_number !== null),
    reference: cells.identifier('reference'),
    bank_reference: cells.identifier('bank_reference'),
    request_id: cells.identifier('request_id'),
    va_number: va === '' ? told.va_number : va,
    customer_number: cells.customerNumber() ?? told.customer_number,
    channel: channel === null ? null : (CHANNEL_OF_CODE[channel] ?? channel),
    fee: batch?.fee ?? wholeOf(cells.amount('fee')),
    gross: batch?.gross ?? wholeOf(cells.amount('gross')),
    text,
  };
  if (succeeded(cells, layout.mapping)) return [line];
  const back = money.direction === 'CREDIT' ? 'DEBIT' : 'CREDIT';
  return [line, { ...line, direction: back, kind: 'REVERSAL' }];
}

function momentOf(
  cells: RowCells,
  { readings, period }: RowContext,
): { date: string | null; time: string | null } {
  const written = cells.text('booked_on');
  const moment = writtenMoment(written, readings.dates, period);
  if (!moment) {
    const yearless = /^\d{1,2}[-/.]\d{1,2}$/.test(written);
    throw new RowError(yearless ? 'DATE_OUTSIDE_PERIOD' : 'DATE_UNREADABLE');
  }
  const clock = cells.text('booked_at');
  if (clock === '' || moment.date === null) return moment;
  const time = writtenTime(clock);
  if (time === null) throw new RowError('DATE_UNREADABLE');
  return { ...moment, time };
}

function moneyOf(cells: RowCells, mapping: SettlementMapping): Money {
  const single = cells.amount('amount');
  const money = single ? marked(single, cells, mapping) : twoSided(cells);
  if (money.amount.rupiah === 0 && money.amount.sen === 0) throw new RowError('AMOUNT_MISSING');
  return money;
}

function twoSided(cells: RowCells): Money {
  const [credit, debit] = [cells.amount('credit'), cells.amount('debit')];
  const [came, went] = [isMoney(credit), isMoney(debit)];
  if (came && went) throw new RowError('AMOUNT_ON_BOTH_SIDES');
  const amount = came ? credit : debit;
  if (!amount || (!came && !went)) throw new RowError('AMOUNT_MISSING');
  if (amount.negative) throw new RowError('AMOUNT_UNREADABLE');
  return { direction: came ? 'CREDIT' : 'DEBIT', amount };
}

function isMoney(amount: SignedAmount | null): boolean {
  return amount !== null && (amount.rupiah > 0 || amount.sen > 0);
}

/** The mark is in the cell, in a column of its own, or in the nameless one beside it; without any the sign says it. */
function marked(amount: SignedAmount, cells: RowCells, mapping: SettlementMapping): Money {
  const mark = amount.mark || (cells.text('mark') || cells.beside('amount', 1)).toUpperCase();
  if (mark === '') return { direction: amount.negative ? 'DEBIT' : 'CREDIT', amount };
  if (mapping.credit_marks.includes(mark)) return { direction: 'CREDIT', amount };
  if (mapping.debit_marks.includes(mark)) return { direction: 'DEBIT', amount };
  throw new RowError('DIRECTION_UNREADABLE');
}

function succeeded(cells: RowCells, mapping: SettlementMapping): boolean {
  return mapping.success.length === 0 || mapping.success.includes(cells.text('status'));
}

function wholeOf(amount: SignedAmount | null): number | null {
  if (!amount) return null;
  // A fee with sen cannot be booked in rupiah: better no line than a rounded one.
  if (amount.sen !== 0) throw new RowError('AMOUNT_UNREADABLE');
  return amount.negative ? -amount.rupiah : amount.rupiah;
}

/** @param ofPayer the text names a payer's account: then a word such as `BUNGA` is a name and no interest */
export function kindOf(
  direction: SettlementDirection,
  text: string,
  batch: boolean,
  ofPayer: boolean,
): SettlementKind {
  if (batch && direction === 'CREDIT') return 'SETTLEMENT_BATCH';
  if (tellsOfReversal(text)) return 'REVERSAL';
  if (tellsOfOwnBusiness(text) && !ofPayer) return 'OTHER';
  if (direction === 'CREDIT') return 'PAYMENT';
  return tellsOfFee(text) ? 'FEE' : 'OTHER';
}
