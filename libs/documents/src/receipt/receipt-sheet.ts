import type { Content } from 'pdfmake/interfaces';
import type { PdfDefinition } from '../pdf/render-pdf';
import { qrCode } from '../pdf/qr-code';
import { printed } from '../pdf/printed-text';
import { visible } from '../printable';
import type { ReceiptModel } from './receipt-model';
import {
  amountTable,
  billTable,
  fieldTable,
  HEADING_COLUMN,
  INK,
  LINK_COLUMN,
  MUTED,
  VALUE_COLUMN,
} from './receipt-tables';
import {
  amountInWords,
  closingSentence,
  copyMark,
  customerFields,
  paymentFields,
  QR_CAPTION,
  RECEIPT_TITLE,
  REVERSED_MARK,
} from './receipt-wording';

/** A5 lying, or the 5.5 × 4.25 inch form of PDAM counters (ux.md §6). */
export type SheetSize = 'A5' | '5.5x4.25in';

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Fonts and distances relative to A5. */
  readonly scale: number;
}

const SHEETS: Readonly<Record<SheetSize, Sheet>> = {
  A5: { width: 595.28, height: 419.53, scale: 1 },
  '5.5x4.25in': { width: 396, height: 306, scale: 0.68 },
};

function heading(model: ReceiptModel, scale: number): Content {
  const copy = copyMark(model);
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: printed(model.utility.name, VALUE_COLUMN), bold: true, fontSize: 14 * scale, color: INK },
          { text: printed(model.utility.address, VALUE_COLUMN), color: MUTED, margin: [0, 2 * scale, 0, 0] },
          { text: printed(`Telp. ${model.utility.phone}`, VALUE_COLUMN), color: MUTED },
        ],
      },
      {
        width: 'auto',
        alignment: 'right',
        stack: [
          { text: RECEIPT_TITLE, bold: true, fontSize: 11 * scale, color: INK },
          {
            text: printed(`No. Kwitansi ${model.receiptNumber}`, HEADING_COLUMN),
            bold: true,
            margin: [0, 3 * scale, 0, 0],
          },
          ...(copy === null ? [] : [{ text: copy, bold: true, color: '#9a3412' }]),
        ],
      },
    ],
    columnGap: 16 * scale,
  };
}

function rule(width: number, scale: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.2 * scale, lineColor: INK }],
    margin: [0, 7 * scale, 0, 7 * scale],
  };
}

function bottom(model: ReceiptModel, scale: number): Content {
  // Below 66 pt a phone needs several tries at a symbol of 33 modules.
  const qr = Math.max(66, 80 * scale);
  return {
    unbreakable: true,
    margin: [0, 10 * scale, 0, 0],
    columns: [
      { width: qr, ...qrCode(model.verificationUrl, qr) },
      {
        width: '*',
        stack: [
          { text: printed(amountInWords(model), VALUE_COLUMN), bold: true, fontSize: 9 * scale },
          { text: QR_CAPTION, color: MUTED, margin: [0, 8 * scale, 0, 1 * scale] },
          { text: printed(model.verificationUrl, LINK_COLUMN), color: MUTED, fontSize: 7 * scale },
        ],
      },
      amountTable(model, scale),
    ],
    columnGap: 14 * scale,
  };
}

function watermark(model: ReceiptModel): PdfDefinition['watermark'] {
  // A reversed copy is above all reversed; the copy mark stays in the heading.
  const text = model.status === 'REVERSED' ? REVERSED_MARK : copyMark(model);
  if (text === null) return undefined;
  return { text, bold: true, opacity: 0.13, color: model.status === 'REVERSED' ? '#b91c1c' : MUTED };
}

/** The receipt on one lying sheet; more bills than fit continue on further numbered pages. */
export function receiptSheet(model: ReceiptModel, size: SheetSize = 'A5'): PdfDefinition {
  const { width, height, scale } = SHEETS[size];
  const side = 30 * scale;
  const mark = watermark(model);
  return {
    pageSize: { width, height },
    pageMargins: [side, 26 * scale, side, 34 * scale],
    info: {
      title: visible(`${RECEIPT_TITLE} ${model.receiptNumber}`),
      author: visible(model.utility.name),
    },
    defaultStyle: { font: 'Helvetica', fontSize: 9.2 * scale, lineHeight: 1.12, color: '#111827' },
    ...(mark === undefined ? {} : { watermark: mark }),
    content: [
      heading(model, scale),
      rule(width - 2 * side, scale),
      {
        columns: [fieldTable(customerFields(model), scale), fieldTable(paymentFields(model), scale)],
        columnGap: 18 * scale,
      },
      billTable(model, scale),
      bottom(model, scale),
    ],
    footer: (page, pages) => ({
      margin: [side, 8 * scale, side, 0],
      columns: [
        { width: '*', text: closingSentence(model), bold: true, color: INK },
        {
          width: 'auto',
          text: pages > 1 ? `Halaman ${String(page)} dari ${String(pages)}` : '',
          color: MUTED,
        },
      ],
    }),
  };
}
