import { formatInstant, formatRupiah, rupiah } from '@tirtapay/domain';
import type { Content } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import { visible } from '../printable';
import type { ReconciliationReportModel } from './reconciliation-model';

/* What the Berita Acara and the letter of a claim have alike. Indonesian only, like every document that is signed. */

export const INK = '#17324d';
export const MUTED = '#5b6b7b';
export const SIDE = 40;
/** Widths of columns, as multiples of their font size. */
export const WIDE = 44;

type Printed = Pick<ReconciliationReportModel, 'utility' | 'zone' | 'printedAt'>;

export const printedAt = (model: Printed) => `Dicetak ${formatInstant(model.printedAt, model.zone, 'id')}`;

export function page(model: Printed, title: string) {
  return {
    pageSize: 'A4' as const,
    pageMargins: [SIDE, 34, SIDE, 44] as [number, number, number, number],
    info: { title: visible(title), author: visible(model.utility.name) },
    defaultStyle: { font: 'Helvetica', fontSize: 9, lineHeight: 1.1, color: '#111827' },
  };
}

export function letterhead({ utility }: Pick<ReconciliationReportModel, 'utility'>): Content[] {
  return [
    { text: printed(utility.name, WIDE), bold: true, fontSize: 13, color: INK },
    { text: printed(`${utility.address} · Telp. ${utility.phone}`, WIDE), color: MUTED },
  ];
}

export function facts(rows: readonly (readonly [string, string])[]): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: [92, '*'],
      body: rows.map(([label, value]) => [{ text: label, color: MUTED }, { text: printed(value, WIDE) }]),
    },
  };
}

/** A name that is known stands below the line; others are written by hand. */
export function signatures(
  who: readonly { readonly label: string; readonly name?: string | null }[],
): Content {
  return {
    margin: [0, 22, 0, 0],
    columnGap: 20,
    columns: who.map(({ label, name = null }) => ({
      width: '*' as const,
      stack: [
        { text: label, color: MUTED },
        {
          text: name === null ? '(                                   )' : printed(`( ${name} )`, WIDE / 3),
          margin: [0, 48, 0, 0] as [number, number, number, number],
        },
      ],
    })),
  };
}

export function money(amount: number) {
  const text = formatRupiah(rupiah(Math.abs(amount)));
  return { text: amount < 0 ? `-${text}` : text, alignment: 'right' as const };
}
