import { formatInstant } from '@tirtapay/domain';
import type { Content } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { PdfDefinition } from '../pdf/render-pdf';
import { visible } from '../printable';

// Indonesian only, like every document that is signed.

const INK = '#17324d';
const MUTED = '#5b6b7b';
const SIDE = 42;
/** Widths of columns, as multiples of their font size. */
const COLUMN = 34;
const HALF = 18;

/** What every paper of this house has: whose it is, what it is called, what is on it and who signs. */
export interface SignedPaper {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  readonly title: string;
  readonly number: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly body: readonly Content[];
  /** Who signs, with the name below the line; null where it is written by hand. */
  readonly signers: readonly { readonly role: string; readonly name: string | null }[];
  /** Epoch milliseconds. */
  readonly printedAt: number;
  readonly zone: string;
}

/** One A4 sheet; what does not fit goes on on numbered pages. */
export function signedPaper(paper: SignedPaper): PdfDefinition {
  const { utility, title, number, facts, body, signers, printedAt, zone } = paper;
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, 36, SIDE, 44],
    info: { title: visible(`${title} ${number}`), author: visible(utility.name) },
    defaultStyle: { font: 'Helvetica', fontSize: 9.5, lineHeight: 1.15, color: '#111827' },
    content: [
      { text: printed(utility.name, COLUMN), bold: true, fontSize: 13, color: INK },
      { text: printed(`${utility.address} · Telp. ${utility.phone}`, COLUMN), color: MUTED },
      { text: title, bold: true, fontSize: 12, color: INK, margin: [0, 12, 0, 0] },
      { text: `Nomor ${number}`, margin: [0, 1, 0, 8] },
      {
        layout: 'noBorders',
        table: {
          widths: [96, '*'],
          body: facts.map(([label, value]) => [
            { text: label, color: MUTED },
            { text: printed(value, COLUMN) },
          ]),
        },
      },
      ...body.slice(0, -1),
      // Nobody signs an empty page: what is said last stands above the names.
      { unbreakable: true, stack: [...body.slice(-1), signatures(signers)] },
    ],
    footer: (page, pages) => ({
      margin: [SIDE, 12, SIDE, 0],
      color: MUTED,
      fontSize: 8,
      columns: [
        { width: '*', text: `Dicetak ${formatInstant(printedAt, zone, 'id')}` },
        { width: 'auto', text: `Halaman ${String(page)} dari ${String(pages)}` },
      ],
    }),
  };
}

/** A paragraph of the paper. */
export function said(text: string, bold = false): Content {
  return { text: printed(text, COLUMN * 1.5), bold, margin: [0, 8, 0, 0] };
}

/** Figures under headings; the first column is words. `sums` stands below them. */
export function figures(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  sums: readonly string[] | null = null,
): Content {
  const align = (index: number) => (index === 0 ? ('left' as const) : ('right' as const));
  return {
    margin: [0, 10, 0, 0],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', ...head.slice(1).map(() => 'auto')],
      body: [
        head.map((text, index) => ({
          text,
          bold: true,
          color: INK,
          fillColor: '#eef4f8',
          alignment: align(index),
        })),
        ...rows.map((row) => row.map((text, index) => ({ text, alignment: align(index) }))),
        ...(sums === null
          ? []
          : [sums.map((text, index) => ({ text, bold: true, alignment: align(index) }))]),
      ],
    },
    layout: {
      hLineWidth: (index: number) => (index === 0 ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: () => '#c9d3dc',
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 2.5,
      paddingBottom: () => 2.5,
    },
  };
}

function signatures(signers: SignedPaper['signers']): Content {
  return {
    margin: [0, 28, 0, 0],
    columns: signers.map(({ role, name }) => ({
      width: '*' as const,
      stack: [
        { text: role, color: MUTED },
        {
          text: name === null ? '(                                        )' : printed(`( ${name} )`, HALF),
          margin: [0, 46, 0, 0] as [number, number, number, number],
        },
      ],
    })),
    columnGap: 24,
  };
}
