import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { ReceiptModel } from './receipt-model';
import { amountFields, bareAmount, billPeriod, standRanges, totalField, type Field } from './receipt-wording';

export const INK = '#17324d';
export const MUTED = '#5b6b7b';
/** Widths of columns, as multiples of their font size: of the values, of the heading, of the link in small print. */
export const VALUE_COLUMN = 16;
export const HEADING_COLUMN = 24;
export const LINK_COLUMN = 28;
const LINE = '#c9d3dc';
const TINT = '#eef4f8';

/** Labels and values side by side. */
export function fieldTable(fields: readonly Field[], scale: number): Column {
  return {
    width: '*',
    layout: 'noBorders',
    table: {
      widths: [72 * scale, '*'],
      body: fields.map(([label, value]) => [
        { text: label, color: MUTED },
        { text: printed(value, VALUE_COLUMN), bold: label === 'Nama' },
      ]),
    },
  };
}

/** One row per bill; the heading repeats on every page. */
export function billTable(model: ReceiptModel, scale: number): Content {
  const head = (text: string, alignment: 'left' | 'right' = 'right'): TableCell => ({
    text,
    alignment,
    bold: true,
    color: INK,
    fillColor: TINT,
  });
  const figure = (text: string, bold = false): TableCell => ({ text, alignment: 'right', bold });
  return {
    margin: [0, 8 * scale, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 'auto', 'auto', 'auto', 'auto', 'auto', 'auto'],
      body: [
        [
          head('Periode', 'left'),
          head('Stan Lalu'),
          head('Stan Kini'),
          head('Pemakaian (m³)'),
          head('Tagihan Air (Rp)'),
          head('Denda (Rp)'),
          head('Jumlah (Rp)'),
        ],
        ...model.bills.map((bill) => [
          {
            text: [
              billPeriod(bill),
              ...standRanges(bill)
                .slice(1)
                .map(({ label }) => label),
            ].join('\n'),
          },
          figure(
            standRanges(bill)
              .map(({ from }) => from)
              .join('\n'),
          ),
          figure(
            standRanges(bill)
              .map(({ to }) => to)
              .join('\n'),
          ),
          figure(bareAmount(bill.usageM3)),
          figure(bareAmount(bill.principal)),
          figure(bareAmount(bill.penalty)),
          figure(bareAmount(bill.total), true),
        ]),
      ],
    },
    layout: {
      hLineWidth: (index: number) => (index === 0 ? 0 : 0.6 * scale),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 5 * scale,
      paddingRight: () => 5 * scale,
      paddingTop: () => 3 * scale,
      paddingBottom: () => 3 * scale,
    },
  };
}

/** The sums, the total standing out. */
export function amountTable(model: ReceiptModel, scale: number): Column {
  const [totalLabel, total] = totalField(model);
  return {
    width: 200 * scale,
    table: {
      widths: ['*', 'auto'],
      body: [
        ...amountFields(model).map(([label, value]) => [
          { text: label, color: MUTED },
          { text: value, alignment: 'right' as const },
        ]),
        [
          { text: totalLabel, bold: true, fontSize: 10.5 * scale, color: INK, fillColor: TINT },
          {
            text: total,
            bold: true,
            fontSize: 10.5 * scale,
            alignment: 'right',
            color: INK,
            fillColor: TINT,
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 6 * scale,
      paddingRight: () => 6 * scale,
      paddingTop: () => 3 * scale,
      paddingBottom: () => 3 * scale,
    },
  };
}
