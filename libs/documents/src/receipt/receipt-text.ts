import { formatRupiah } from '@tirtapay/domain';
import { centred, labelled, leftAndRight, wrap } from '../fixed-width';
import { toAscii } from '../printable';
import type { ReceiptBill, ReceiptModel } from './receipt-model';
import {
  amountFields,
  amountInWords,
  bareAmount,
  billPeriod,
  closingSentence,
  copyMark,
  customerFields,
  paymentFields,
  RECEIPT_TITLE,
  REVERSED_MARK,
  standRanges,
  totalField,
} from './receipt-wording';

/** Characters per line: 58 mm roll, 80 mm roll, dot-matrix sheet. */
export const RECEIPT_COLUMNS = [32, 42, 80] as const;
export type ReceiptColumns = (typeof RECEIPT_COLUMNS)[number];

const LABEL_WIDTH: Readonly<Record<ReceiptColumns, number>> = { 32: 13, 42: 13, 80: 18 };
/** On the wide sheet the sum stands at the right edge, its labels near it. */
const AMOUNT_INDENT: Readonly<Record<ReceiptColumns, number>> = { 32: 0, 42: 0, 80: 44 };

const TABLE_WIDTHS = [14, 11, 11, 8, 12, 10, 14] as const;
const TABLE_HEADING = ['Periode', 'Stan Lalu', 'Stan Kini', 'm3', 'Tagihan Air', 'Denda', 'Jumlah (Rp)'];

/** Null when a cell would touch its neighbour; then the sheet falls back to the stacked form. */
function tableRow(cells: readonly string[]): string | null {
  const fits = cells.every(
    (cell, index) => cell.length <= (TABLE_WIDTHS[index] ?? 0) - (index === 0 ? 0 : 1),
  );
  if (!fits) return null;
  return cells
    .map((cell, index) =>
      index === 0 ? cell.padEnd(TABLE_WIDTHS[0]) : cell.padStart(TABLE_WIDTHS[index] ?? 0),
    )
    .join('');
}

function billTable(bills: readonly ReceiptBill[]): string[] | null {
  const rows: string[] = [];
  for (const bill of bills) {
    const [first, ...others] = standRanges(bill);
    const row = tableRow([
      billPeriod(bill),
      first?.from ?? '',
      first?.to ?? '',
      bareAmount(bill.usageM3),
      bareAmount(bill.principal),
      bareAmount(bill.penalty),
      bareAmount(bill.total),
    ]);
    if (row === null) return null;
    rows.push(row);
    for (const { label, from, to } of others) {
      const more = tableRow([`  ${label}`, from, to]);
      if (more === null) return null;
      rows.push(more);
    }
  }
  return [tableRow(TABLE_HEADING) ?? '', '-'.repeat(80), ...rows];
}

function stackedBill(bill: ReceiptBill, columns: ReceiptColumns): string[] {
  const label = LABEL_WIDTH[columns];
  return [
    ...labelled(bill.title === undefined ? 'Periode' : 'Untuk', toAscii(billPeriod(bill)), label, columns),
    ...standRanges(bill).flatMap((range) =>
      labelled(range.label, `${range.from} s/d ${range.to}`, label, columns),
    ),
    ...(bill.title === undefined
      ? labelled('Pemakaian', `${bareAmount(bill.usageM3)} m3`, label, columns)
      : []),
    ...leftAndRight(
      bill.title === undefined ? 'Tagihan Air' : 'Tagihan',
      formatRupiah(bill.principal),
      columns,
    ),
    ...(bill.penalty === 0 ? [] : leftAndRight('Denda', formatRupiah(bill.penalty), columns)),
  ];
}

function billLines(bills: readonly ReceiptBill[], columns: ReceiptColumns): string[] {
  const table = columns === 80 ? billTable(bills) : null;
  if (table) return table;
  return bills.flatMap((bill, index) => [...(index === 0 ? [] : ['']), ...stackedBill(bill, columns)]);
}

/**
 * The receipt as plain text for ESC/POS rolls and dot-matrix paper: ASCII only, `\n` after every line, no line longer
 * than `columns`, amounts flush right (layout of a PDAM counter slip: ux.md §6).
 */
export function receiptText(model: ReceiptModel, columns: ReceiptColumns): string {
  const heavy = '='.repeat(columns);
  const light = '-'.repeat(columns);
  const middle = (text: string): string[] => centred(toAscii(text), columns);
  const fields = (pairs: readonly (readonly [string, string])[]): string[] =>
    pairs.flatMap(([label, value]) => labelled(label, toAscii(value), LABEL_WIDTH[columns], columns));
  const indent = AMOUNT_INDENT[columns];
  const amount = ([label, value]: readonly [string, string]): string[] =>
    leftAndRight(label, value, columns - indent).map((line) => ' '.repeat(indent) + line);
  const copy = copyMark(model);

  const lines = [
    ...middle(model.utility.name),
    ...middle(model.utility.address),
    ...middle(`Telp. ${model.utility.phone}`),
    heavy,
    ...middle(RECEIPT_TITLE),
    ...(copy === null ? [] : middle(copy)),
    ...(model.status === 'REVERSED' ? middle(`*** ${REVERSED_MARK} ***`) : []),
    heavy,
    ...fields([['No. Kwitansi', model.receiptNumber], ...customerFields(model)]),
    light,
    ...billLines(model.bills, columns),
    light,
    ...amountFields(model).flatMap(amount),
    ...amount(totalField(model)),
    light,
    ...wrap(amountInWords(model), columns),
    light,
    ...fields(paymentFields(model)),
    heavy,
    ...middle(closingSentence(model)),
    '',
    ...middle('Periksa keaslian kwitansi di:'),
    ...middle(model.verificationUrl),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
