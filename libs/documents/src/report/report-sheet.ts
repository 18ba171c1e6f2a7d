import { formatInstant } from '@tirtapay/domain';
import type { Content } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { PlainPdf, PlainTable } from '../pdf/render-aside';
import { visible } from '../printable';
import { bodyOf, MUTED, TINT, WIDE, type Side } from './report-body';
import type { ReportSheetModel } from './report-sheet-model';
import { reportWidths, SIDE, type ReportWidths } from './report-widths';

const INK = '#17324d';

/**
 * A4: the letterhead, what was asked, one table whose head stands on every page. The last rows, the totals and the signatures
 * below them are one block of it, which no page break divides.
 */
export function reportSheet(model: ReportSheetModel): PlainPdf {
  const widths = reportWidths(model);
  return {
    pageSize: 'A4',
    pageOrientation: model.landscape ? 'landscape' : 'portrait',
    pageMargins: [SIDE, 30, SIDE, 40],
    info: { title: visible(model.title), author: visible(model.utility.name) },
    defaultStyle: { font: 'Helvetica', fontSize: widths.fontSize, lineHeight: 1.08, color: '#111827' },
    content: [...letterhead(model), facts(model), table(model, widths)],
    footerLine: `Keadaan ${formatInstant(model.asOf, model.zone, 'id')}`,
  };
}

function letterhead({ utility, headLines, title }: ReportSheetModel): Content[] {
  return [
    { text: printed(utility.name, WIDE), bold: true, fontSize: 12.5, color: INK },
    ...headLines.map((line): Content => ({ text: printed(line, WIDE), fontSize: 8.5 })),
    {
      text: printed(`${utility.address} · Telp. ${utility.phone}`, WIDE),
      color: MUTED,
      fontSize: 8,
    },
    { text: printed(title.toUpperCase(), WIDE), bold: true, fontSize: 11, color: INK, margin: [0, 9, 0, 2] },
  ];
}

function facts({ facts: asked }: ReportSheetModel): Content {
  return {
    text: asked.flatMap(([label, value], index) => [
      { text: `${index === 0 ? '' : '   '}${label}: `, color: MUTED },
      { text: printed(value, WIDE) },
    ]),
    fontSize: 8.5,
    margin: [0, 0, 0, 6],
  };
}

function table(model: ReportSheetModel, widths: ReportWidths): PlainTable {
  const sides = model.columns.map(({ number }): Side => (number ? 'right' : 'left'));
  const ending = conclusion(model, widths);
  const head = model.columns.map(({ title }, index) => ({
    text: title,
    bold: true,
    color: INK,
    fillColor: TINT,
    alignment: sides[index] ?? 'left',
  }));
  return {
    sides,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [...widths.widths],
      body: [head],
      openEnd: ending.length > 0,
    },
    rows: bodyOf(model, { ...widths, sides, conclusion: ending }),
    layout: 'report',
  };
}

function conclusion(model: ReportSheetModel, { widths }: ReportWidths): Content[] {
  const { totals, columns } = model;
  const sums: Content[] =
    totals === null
      ? []
      : [
          {
            table: {
              widths: [...widths],
              body: [
                totals.map((text, index) => ({
                  text,
                  bold: true,
                  alignment: columns[index]?.number === true ? ('right' as const) : ('left' as const),
                })),
              ],
            },
            layout: 'total',
          },
        ];
  return [...sums, ...signatures(model)];
}

function signatures({ signers, signedAt }: ReportSheetModel): Content[] {
  if (signers.length === 0) return [];
  return [
    { text: printed(signedAt, WIDE), alignment: 'right', fontSize: 8.5, margin: [0, 14, 0, 6] },
    {
      columnGap: 16,
      fontSize: 8.5,
      columns: signers.map(({ heading, name, title, nik }) => ({
        width: '*' as const,
        alignment: 'center' as const,
        stack: [
          { text: printed(heading, 20), color: MUTED },
          { text: printed(title, 20) },
          {
            text: name === '' ? '(                              )' : printed(name, 20),
            bold: true,
            decoration: name === '' ? undefined : ('underline' as const),
            margin: [0, 44, 0, 0] as [number, number, number, number],
          },
          ...(nik === '' ? [] : [{ text: printed(`NIK ${nik}`, 20) }]),
        ],
      })),
    },
  ];
}
