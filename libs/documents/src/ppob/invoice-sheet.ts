import type { Content } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { PdfDefinition } from '../pdf/render-pdf';
import { visible } from '../printable';
import { invoiceLines } from './invoice-lines';
import type { InvoiceModel } from './invoice-model';

/** `A5` paper, or a thermal roll by its width in millimetres. */
export type InvoicePaper = 'A5' | 80 | 58;

interface Paper {
  readonly pageSize: PdfDefinition['pageSize'];
  readonly margin: number;
  readonly fontSize: number;
  /** Of the values, as a multiple of the font size. */
  readonly column: number;
}

const PAPERS: Readonly<Record<InvoicePaper, Paper>> = {
  A5: { pageSize: 'A5', margin: 34, fontSize: 10, column: 22 },
  80: { pageSize: { width: 226.77, height: 'auto' }, margin: 12, fontSize: 8.2, column: 13 },
  58: { pageSize: { width: 164.41, height: 'auto' }, margin: 14.5, fontSize: 6.8, column: 10 },
};

/** The invoice as a PDF: the lines of the text, with who issued it and its number around them. */
export function invoiceSheet(model: InvoiceModel, on: InvoicePaper): PdfDefinition {
  const paper = PAPERS[on];
  const { title, lines } = invoiceLines(model);
  const centre = (text: string, bold = false): Content => ({
    text: printed(text, paper.column),
    alignment: 'center',
    bold,
  });
  const emphasised = new Set(['Total Pembayaran', 'Token Listrik', 'Kode Voucher']);
  return {
    pageSize: paper.pageSize,
    pageMargins: [paper.margin, paper.margin, paper.margin, paper.margin],
    info: { title: visible(`${title} ${model.receiptNumber}`), author: visible(model.utility.name) },
    defaultStyle: { font: 'Helvetica', fontSize: paper.fontSize, color: 'black' },
    content: [
      centre(model.utility.name, true),
      centre(model.utility.address),
      { text: '', margin: [0, 4, 0, 4] },
      centre(title, true),
      { text: '', margin: [0, 4, 0, 4] },
      {
        table: {
          widths: ['42%', '*'],
          body: [['No. Kwitansi', model.receiptNumber] as const, ...lines].map(([label, value]) => [
            { text: label, bold: emphasised.has(label) },
            { text: printed(value, paper.column), bold: emphasised.has(label) },
          ]),
        },
        layout: 'lightHorizontalLines',
      },
      { text: '', margin: [0, 4, 0, 4] },
      centre('Kwitansi ini adalah bukti pembayaran yang sah.'),
    ],
  };
}
