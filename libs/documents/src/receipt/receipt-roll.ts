import { formatRupiah } from '@tirtapay/domain';
import type { Content } from 'pdfmake/interfaces';
import type { PdfDefinition } from '../pdf/render-pdf';
import { qrCode } from '../pdf/qr-code';
import { printed } from '../pdf/printed-text';
import { visible } from '../printable';
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
  QR_CAPTION,
  RECEIPT_TITLE,
  REVERSED_MARK,
  standRanges,
  totalField,
  type Field,
} from './receipt-wording';

/** Paper width of a thermal printer in millimetres. */
export type RollWidth = 80 | 58;

interface Roll {
  readonly width: number;
  /** Print heads reach 72 and 48 mm; what is closer to the edge is cut off. */
  readonly side: number;
  readonly fontSize: number;
  readonly qr: number;
  /** Of the values, as a multiple of the font size. */
  readonly column: number;
}

const ROLLS: Readonly<Record<RollWidth, Roll>> = {
  80: { width: 226.77, side: 12, fontSize: 8.2, qr: 92, column: 15 },
  58: { width: 164.41, side: 14.5, fontSize: 6.8, qr: 82, column: 12 },
};

// Thermal heads know black and white only: no grey, no tint.
function rule(roll: Roll, dash = false): Content {
  const line = { type: 'line', x1: 0, y1: 0, x2: roll.width - 2 * roll.side, y2: 0, lineWidth: 0.7 } as const;
  return { canvas: [dash ? { ...line, dash: { length: 2, space: 2 } } : line], margin: [0, 5, 0, 5] };
}

function pairs(roll: Roll, fields: readonly Field[], side: 'value' | 'amount', bold = false): Content {
  const right = side === 'amount';
  return {
    table: {
      widths: right ? ['*', 'auto'] : ['34%', '*'],
      body: fields.map(([label, value]) => [
        { text: label, bold },
        { text: printed(value, roll.column), bold, alignment: right ? 'right' : 'left' },
      ]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (index) => (index === 0 ? 0 : 3),
      paddingRight: () => 0,
      paddingTop: () => 0.8,
      paddingBottom: () => 0.8,
    },
  };
}

function billBlock(roll: Roll, bill: ReceiptBill, index: number): Content {
  return {
    margin: [0, index === 0 ? 0 : 5, 0, 0],
    stack: [
      { text: billPeriod(bill), bold: true },
      pairs(
        roll,
        [
          ...standRanges(bill).map(({ label, from, to }) => [label, `${from} s/d ${to}`] as const),
          ...(bill.title === undefined ? [['Pemakaian', `${bareAmount(bill.usageM3)} m³`] as const] : []),
          [bill.title === undefined ? 'Tagihan Air' : 'Tagihan', formatRupiah(bill.principal)],
          ...(bill.penalty === 0 ? [] : [['Denda', formatRupiah(bill.penalty)] as const]),
        ],
        'amount',
      ),
    ],
  };
}

function total(model: ReceiptModel, fontSize: number): Content {
  const [label, value] = totalField(model);
  return {
    bold: true,
    fontSize,
    margin: [0, 2, 0, 0],
    columns: [
      { width: '*', text: label },
      { width: 'auto', text: value },
    ],
  };
}

/**
 * The receipt on a thermal roll: one page as long as its content. A diagonal watermark has no meaning on a page
 * without height, so reversal and copy are marked in words at the top.
 */
export function receiptRoll(model: ReceiptModel, width: RollWidth): PdfDefinition {
  const roll = ROLLS[width];
  const large = roll.fontSize * 1.25;
  const marks = [model.status === 'REVERSED' ? REVERSED_MARK : null, copyMark(model)].filter(
    (mark) => mark !== null,
  );
  const centre = (text: string, bold = false, fontSize = roll.fontSize): Content => ({
    text: printed(text, roll.column),
    alignment: 'center',
    bold,
    fontSize,
  });
  return {
    pageSize: { width: roll.width, height: 'auto' },
    pageMargins: [roll.side, 12, roll.side, 14],
    info: {
      title: visible(`${RECEIPT_TITLE} ${model.receiptNumber}`),
      author: visible(model.utility.name),
    },
    defaultStyle: { font: 'Helvetica', fontSize: roll.fontSize, color: 'black' },
    content: [
      centre(model.utility.name, true, large),
      centre(model.utility.address),
      centre(`Telp. ${model.utility.phone}`),
      rule(roll),
      centre(RECEIPT_TITLE, true),
      ...marks.map((mark) => centre(mark, true, large)),
      rule(roll),
      pairs(roll, [['No. Kwitansi', model.receiptNumber], ...customerFields(model)], 'value'),
      rule(roll, true),
      ...model.bills.map((bill, index) => billBlock(roll, bill, index)),
      rule(roll, true),
      pairs(roll, amountFields(model), 'amount'),
      total(model, large),
      { text: printed(amountInWords(model), roll.column), margin: [0, 4, 0, 0] },
      rule(roll, true),
      pairs(roll, paymentFields(model), 'value'),
      rule(roll),
      { ...qrCode(model.verificationUrl, roll.qr), alignment: 'center', margin: [0, 2, 0, 5] },
      centre(QR_CAPTION),
      { text: closingSentence(model), alignment: 'center', bold: true, margin: [0, 4, 0, 0] },
    ],
  };
}
