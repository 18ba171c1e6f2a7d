import {
  businessDate,
  formatDateLong,
  formatInstant,
  formatRupiah,
  groupWholeNumber,
  type Rupiah,
} from '@tirtapay/domain';
import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PdfDefinition } from '../pdf/render-pdf';
import { printed } from '../pdf/printed-text';
import { visible } from '../printable';
import type { ClosingLine, ClosingSheetModel } from './closing-sheet-model';

// Indonesian only, like every document that is signed.

const TITLE = 'BERITA ACARA PENUTUPAN KAS LOKET';
const INK = '#17324d';
const MUTED = '#5b6b7b';
const TINT = '#eef4f8';
const LINE = '#c9d3dc';
const SIDE = 42;
/** Widths of columns, as multiples of their font size. */
const COLUMN = 34;
const HALF = 18;

/** One A4 page: what the drawer began with, what it took and gave back, what was counted, and who stands for it. */
export function closingSheet(model: ClosingSheetModel): PdfDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, 36, SIDE, 44],
    info: {
      title: visible(`${TITLE} ${model.drawer.code} ${model.businessDate}`),
      author: visible(model.utility.name),
    },
    defaultStyle: { font: 'Helvetica', fontSize: 9.5, lineHeight: 1.1, color: '#111827' },
    content: [
      { text: printed(model.utility.name, COLUMN), bold: true, fontSize: 13, color: INK },
      { text: printed(`${model.utility.address} · Telp. ${model.utility.phone}`, COLUMN), color: MUTED },
      { text: TITLE, bold: true, fontSize: 12, color: INK, margin: [0, 10, 0, 6] },
      facts(model),
      {
        margin: [0, 12, 0, 0],
        columns: [
          {
            width: '*',
            stack: [
              cash(model),
              lines('Penjualan tunai', model.sales),
              lines('Bukan tunai (tidak di laci)', model.nonCash),
            ],
          },
          { width: 190, stack: [pieces(model)] },
        ],
        columnGap: 22,
      },
      { unbreakable: true, stack: [verdict(model), signatures(model)] },
    ],
    footer: (page, pages) => ({
      margin: [SIDE, 12, SIDE, 0],
      color: MUTED,
      fontSize: 8,
      columns: [
        { width: '*', text: `Dicetak ${formatInstant(model.printedAt, model.zone, 'id')}` },
        { width: 'auto', text: `Halaman ${String(page)} dari ${String(pages)}` },
      ],
    }),
  };
}

function facts(model: ClosingSheetModel): Content {
  const rows: [string, string][] = [
    ['Loket', `${model.drawer.name} (${model.drawer.code})`],
    [
      'Shift',
      `${String(model.shiftId)}, tanggal buku ${formatDateLong(businessDate(model.businessDate), 'id')}`,
    ],
    ['Kasir', model.cashier],
    ['Dibuka', formatInstant(model.openedAt, model.zone, 'id')],
    ['Ditutup', model.closedAt === null ? 'belum ditutup' : formatInstant(model.closedAt, model.zone, 'id')],
  ];
  return {
    layout: 'noBorders',
    table: {
      widths: [70, '*'],
      body: rows.map(([label, value]) => [{ text: label, color: MUTED }, { text: printed(value, COLUMN) }]),
    },
  };
}

function cash({ cash: moved, expected }: ClosingSheetModel): Content {
  const rows: [string, Rupiah, 1 | -1][] = [
    ['Modal awal (dihitung)', moved.opening, 1],
    ['Rekening air tunai', moved.collected, 1],
    ['Penjualan PPOB tunai', moved.sold, 1],
    ['Tambahan modal', moved.floats, 1],
    ['Pembatalan rekening air', moved.reversed, -1],
    ['Uang PPOB dikembalikan', moved.handedBack, -1],
    ['Setoran ke bank', moved.deposits, -1],
  ];
  return table(
    'Kas loket',
    [
      ...rows.map(([label, amount, sign]) => [
        cell(label),
        money(sign < 0 && amount !== 0 ? ((0 - amount) as Rupiah) : amount),
      ]),
      [
        { text: 'Seharusnya ada', bold: true },
        { ...money(expected), bold: true },
      ],
    ],
    ['*', 90],
  );
}

function lines(title: string, all: readonly ClosingLine[]): Content {
  if (all.length === 0) return { text: '' };
  return table(
    title,
    all.map(({ label, count, amount }) => [
      { text: printed(label, HALF) },
      { text: groupWholeNumber(count), alignment: 'right' as const },
      money(amount),
    ]),
    ['*', 34, 90],
  );
}

function pieces({ pieces: all, counted }: ClosingSheetModel): Content {
  return table(
    'Rincian pecahan',
    [
      ...all.map(({ denomination, pieces: count }) => [
        cell(formatRupiah(denomination as Rupiah)),
        { text: `× ${groupWholeNumber(count)}`, alignment: 'right' as const },
        money((denomination * count) as Rupiah),
      ]),
      [
        { text: 'Dihitung', bold: true, colSpan: 2 },
        {},
        counted === null ? cell('-') : { ...money(counted), bold: true },
      ],
    ],
    [62, '*', 80],
  );
}

function verdict({ difference, reason, decidedBy }: ClosingSheetModel): Content {
  if (difference === null) return { text: 'Belum dihitung.', margin: [0, 12, 0, 0], color: MUTED };
  const what = difference === 0 ? 'Tidak ada selisih' : difference < 0 ? 'Selisih kurang' : 'Selisih lebih';
  return {
    margin: [0, 12, 0, 0],
    stack: [
      {
        text: difference === 0 ? what : `${what} ${formatRupiah(Math.abs(difference))}`,
        bold: true,
        fontSize: 11,
        color: difference === 0 ? '#166534' : '#b91c1c',
      },
      ...(reason === null ? [] : [{ text: printed(`Alasan: ${reason}`, COLUMN * 1.5) }]),
      ...(decidedBy === null ? [] : [{ text: printed(`Disetujui ${decidedBy}`, COLUMN) }]),
    ],
  };
}

function signatures({ cashier }: ClosingSheetModel): Content {
  const line = (who: string, name: ReturnType<typeof printed>) => ({
    width: '*' as const,
    stack: [
      { text: who, color: MUTED },
      { text: name, margin: [0, 46, 0, 0] as [number, number, number, number] },
    ],
  });
  const blank = '(                                        )';
  return {
    margin: [0, 24, 0, 0],
    columns: [
      line('Kasir', printed(`( ${cashier} )`, HALF)),
      line('Penerima setoran', blank),
      line('Pengawas', blank),
    ],
    columnGap: 24,
  };
}

const cell = (text: string): TableCell => ({ text });
const money = (amount: Rupiah) => ({ text: formatRupiah(amount), alignment: 'right' as const });

function table(title: string, body: TableCell[][], widths: (string | number)[]): Content {
  const rest = Array.from({ length: widths.length - 1 }, (): TableCell => ({}));
  return {
    margin: [0, 0, 0, 10],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        [{ text: title, bold: true, color: INK, fillColor: TINT, colSpan: widths.length }, ...rest],
        ...body,
      ],
    },
    layout: {
      hLineWidth: (index: number) => (index === 0 ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 2.5,
      paddingBottom: () => 2.5,
    },
  };
}
