import { centred, labelled, leftAndRight } from '../fixed-width';
import { toAscii, visible } from '../printable';
import { invoiceLines } from './invoice-lines';
import type { InvoiceModel } from './invoice-model';

/** Of the specification: rules of 57, labels in 19, then `: `. */
const WIDTH = 57;
const LABEL_WIDTH = 18;
const RULE = '-'.repeat(WIDTH);

/**
 * The invoice exactly as the specification prints it, from its first rule to its last, `\n` after every line. A value
 * that is longer than its column goes on below itself.
 */
export function invoiceText(model: InvoiceModel): string {
  const { title, lines } = invoiceLines(model);
  return [
    RULE,
    title,
    RULE,
    ...lines.flatMap(([label, value]) => labelled(label, visible(value), LABEL_WIDTH, WIDTH)),
    RULE,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Characters per line of a thermal roll: 58 mm, 80 mm. */
export type InvoiceColumns = 32 | 42;

const ROLL_LABEL_WIDTH = 17;

/** The same lines for a thermal printer whose code page is unknown: ASCII only, no line longer than `columns`. */
export function invoiceRollText(model: InvoiceModel, columns: InvoiceColumns): string {
  const { title, lines } = invoiceLines(model);
  const rule = '-'.repeat(columns);
  const middle = (text: string) => centred(toAscii(text), columns);
  // On the narrow roll a column of labels would leave nothing for the values.
  const field = ([label, value]: readonly [string, string]) =>
    columns === 32
      ? leftAndRight(label, toAscii(value), columns)
      : labelled(label, toAscii(value), ROLL_LABEL_WIDTH, columns);
  return [
    ...middle(model.utility.name),
    ...middle(model.utility.address),
    rule,
    ...middle(title),
    rule,
    ...field(['No. Kwitansi', model.receiptNumber]),
    ...lines.flatMap(field),
    rule,
    ...middle('Kwitansi ini adalah bukti pembayaran yang sah.'),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
