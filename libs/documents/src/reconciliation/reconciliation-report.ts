import {
  businessDate,
  formatDateLong,
  formatInstant,
  formatRupiah,
  rupiah,
  type StatementKind,
} from '@tirtapay/domain';
import type { Content, TableCell } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { PlainPdf, PlainTable } from '../pdf/render-aside';
import type { PdfDefinition } from '../pdf/render-pdf';
import { visible } from '../printable';
import type { ClaimLetterModel, ReconciliationReportModel } from './reconciliation-model';

// Indonesian only, like every document that is signed. No public layout of a Berita Acara is known: this one is ours.

const TITLE = 'BERITA ACARA REKONSILIASI';
const INK = '#17324d';
const MUTED = '#5b6b7b';
const TINT = '#eef4f8';
const SIDE = 40;
/** Widths of columns, as multiples of their font size. */
const WIDE = 44;
const NARROW = 13;

/** A4, upright: sums first, then every difference with what was done about it; the signatures stay together. */
export function reconciliationReport(model: ReconciliationReportModel): PlainPdf {
  return {
    ...page(model, `${TITLE} ${model.party.code} ${model.settlementDate}`),
    footerLine: printedAt(model),
    content: [
      ...letterhead(model),
      { text: TITLE, bold: true, fontSize: 12.5, color: INK, margin: [0, 10, 0, 1] },
      { text: `Nomor ${model.number}`, color: MUTED, margin: [0, 0, 0, 6] },
      facts([
        [capitalised(model.party.word), `${model.party.name} (${model.party.code})`],
        [
          model.party.kind === 'BANK' ? 'Tanggal setelmen' : 'Tanggal',
          formatDateLong(businessDate(model.settlementDate), 'id'),
        ],
        ['Status', status(model)],
        ['Disiapkan oleh', model.preparedBy.length === 0 ? 'Sistem' : model.preparedBy.join(', ')],
      ]),
      totals(model),
      sums(model),
      {
        text: `Selisih = ${model.party.word} + potongan - pembukuan.`,
        color: MUTED,
        fontSize: 7.5,
        margin: [0, -4, 0, 6],
      },
      breaks(model),
      evidence(model),
      signatures(['Disiapkan oleh', 'Diperiksa dan ditutup oleh', `Mengetahui, ${model.party.word}`]),
    ],
  };
}

/** One page to whom it is claimed of. */
export function claimLetter(model: ClaimLetterModel): PdfDefinition {
  return {
    ...page(model, `Surat klaim ${model.number}`),
    footer: (current, pages) => ({
      margin: [SIDE, 12, SIDE, 0],
      color: MUTED,
      fontSize: 8,
      columns: [
        { width: '*', text: printedAt(model) },
        { width: 'auto', text: `Halaman ${String(current)} dari ${String(pages)}` },
      ],
    }),
    content: [
      ...letterhead(model),
      { text: 'SURAT KLAIM', bold: true, fontSize: 12.5, color: INK, margin: [0, 12, 0, 1] },
      { text: `Nomor ${model.number}`, color: MUTED, margin: [0, 0, 0, 10] },
      { text: formatDateLong(businessDate(model.writtenOn), 'id') },
      { text: ['Kepada Yth. ', { text: printed(model.party.name, WIDE) }], margin: [0, 8, 0, 8] },
      {
        text: `Dalam rekonsiliasi tanggal ${formatDateLong(businessDate(model.settlementDate), 'id')} terdapat selisih ${model.party.kind === 'SUPPLIER' ? 'pada deposit kami' : 'yang belum kami terima'} sebesar`,
      },
      { text: money(model.amount).text, bold: true, fontSize: 14, color: INK, margin: [0, 6, 0, 6] },
      facts(model.facts),
      { text: printed(`Keterangan: ${model.reason}`, WIDE), margin: [0, 8, 0, 8] },
      {
        text: `Mohon agar jumlah tersebut ${model.party.kind === 'SUPPLIER' ? 'dikembalikan ke deposit kami' : 'disetorkan ke rekening kami'} dan surat ini dijawab secara tertulis.`,
      },
      signatures(['Hormat kami', `Diterima oleh ${model.party.word}`]),
    ],
  };
}

type Printed = Pick<ReconciliationReportModel, 'utility' | 'zone' | 'printedAt'>;

const printedAt = (model: Printed) => `Dicetak ${formatInstant(model.printedAt, model.zone, 'id')}`;

function page(model: Printed, title: string) {
  return {
    pageSize: 'A4' as const,
    pageMargins: [SIDE, 34, SIDE, 44] as [number, number, number, number],
    info: { title: visible(title), author: visible(model.utility.name) },
    defaultStyle: { font: 'Helvetica', fontSize: 9, lineHeight: 1.1, color: '#111827' },
  };
}

function letterhead({ utility }: Pick<ReconciliationReportModel, 'utility'>): Content[] {
  return [
    { text: printed(utility.name, WIDE), bold: true, fontSize: 13, color: INK },
    { text: printed(`${utility.address} · Telp. ${utility.phone}`, WIDE), color: MUTED },
  ];
}

function status({ closed, closedAt, closedBy, zone }: ReconciliationReportModel): string {
  if (!closed || closedAt === null) return 'BELUM DITUTUP';
  return `Ditutup ${formatInstant(closedAt, zone, 'id')} oleh ${closedBy ?? 'sistem'}`;
}

function facts(rows: readonly (readonly [string, string])[]): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: [92, '*'],
      body: rows.map(([label, value]) => [{ text: label, color: MUTED }, { text: printed(value, WIDE) }]),
    },
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What the closing books is said in the words of whose account it is. */
const BOOKED: Readonly<
  Record<
    StatementKind,
    { readonly received: string; readonly charged: string; readonly cleared: string; readonly moved: string }
  >
> = {
  BANK: {
    received: 'Diterima di rekening',
    charged: 'Biaya dan potongan bank',
    cleared: 'Piutang bank yang diselesaikan',
    moved: 'Mutasi rekening yang sudah dibukukan',
  },
  SUPPLIER: {
    received: 'Koreksi saldo pada pemasok',
    charged: 'Dibebankan ke margin PPOB',
    cleared: 'Dialihkan ke klaim',
    moved: 'Mutasi pemasok yang sudah dibukukan',
  },
  PARTNER: {
    received: 'Koreksi deposit mitra',
    charged: 'Dibebankan',
    cleared: 'Dialihkan ke klaim',
    moved: 'Mutasi deposit yang sudah dibukukan',
  },
};

function totals({ totals: sum, party }: ReconciliationReportModel): Content {
  const words = BOOKED[party.kind];
  const row = (label: string, count: number | null, amount: number, strong = false): TableCell[] => [
    { text: label, bold: strong },
    { text: count === null ? '' : String(count), alignment: 'right' },
    { ...money(amount), bold: strong },
  ];
  return table(
    ['Ringkasan', 'Jumlah', 'Rupiah'],
    [
      row('Transaksi menurut pembukuan', sum.ourCount, sum.ourAmount),
      row(`Baris menurut berkas ${party.word}`, sum.bankCount, sum.bankAmount),
      row(words.received, null, sum.received, true),
      row(words.charged, null, sum.charged),
      row(words.cleared, null, sum.cleared),
      row(`Klaim kepada ${party.word}`, null, sum.claimed),
      row('Pelunasan klaim', null, sum.claimSettled),
      ...(sum.moved === 0 ? [] : [row(words.moved, null, sum.moved)]),
      row('Dibawa ke hari berikutnya', sum.carried, 0),
    ],
    ['*', 60, 110],
    'lrr',
  );
}

function sums(model: ReconciliationReportModel): Content {
  return table(
    [
      'Hasil per jenis',
      'Status',
      'Jumlah',
      'Pembukuan',
      capitalised(model.party.word),
      'Potongan',
      'Selisih',
    ],
    model.sums.map((sum) => [
      { text: printed(sum.type, NARROW * 1.6) },
      { text: sum.state },
      { text: String(sum.count), alignment: 'right' },
      money(sum.ourAmount),
      money(sum.bankAmount),
      money(sum.fee),
      money(sum.difference),
    ]),
    ['*', 52, 36, 76, 76, 58, 66],
    'llrrrrr',
  );
}

/** A day without a file differs in all that was paid: there may be hundreds. */
function breaks(model: ReconciliationReportModel): Content | PlainTable {
  if (model.breaks.length === 0)
    return { text: 'Tidak ada selisih.', margin: [0, 2, 0, 8], color: '#166534' };
  return {
    ...table(
      [
        'Selisih dan penyelesaiannya',
        'Referensi',
        'Pembukuan',
        capitalised(model.party.word),
        'Potongan',
        'Selisih',
        'Tindakan',
      ],
      [],
      ['*', 74, 60, 60, 50, 56, 90],
      'llrrrrl',
    ),
    sides: [],
    rows: breakRows(model),
  };
}

function* breakRows({ breaks: all, moreBreaks }: ReconciliationReportModel): Generator<object[]> {
  for (const one of all)
    yield [
      { text: printed(`${String(one.id)} · ${one.type}`, NARROW * 1.1) },
      { text: printed(one.reference, NARROW * 0.8) },
      money(one.ourAmount),
      money(one.bankAmount),
      money(one.fee),
      money(one.difference),
      {
        stack: [
          { text: printed(one.action, NARROW) },
          { text: printed(one.people, NARROW), color: MUTED, fontSize: 7.5 },
        ],
      },
    ];
  if (moreBreaks > 0)
    yield [
      { text: `dan ${String(moreBreaks)} selisih lain; lihat daftar.`, colSpan: 7 },
      ...Array.from({ length: 6 }, () => ({})),
    ];
}

function evidence({ files, seal, party }: ReconciliationReportModel): Content {
  return {
    stack: [
      table(
        [`Berkas ${party.word}`, 'Baris', 'SHA-256'],
        files.map((file) => [
          { text: printed(file.superseded ? `${file.name} (digantikan)` : file.name, NARROW * 1.2) },
          { text: String(file.lines), alignment: 'right' },
          { text: printed(file.sha256, NARROW * 2.6), fontSize: 7.5 },
        ]),
        ['*', 44, 270],
        'lrl',
      ),
      {
        text:
          seal === null
            ? 'Rantai log aktivitas dicatat saat hari ditutup.'
            : seal.seq === 0
              ? 'Rantai log aktivitas belum bersegel saat hari ditutup.'
              : `Kepala rantai log aktivitas: ${String(seal.seq)} / ${seal.hash}`,
        color: MUTED,
        fontSize: 7.5,
      },
    ],
  };
}

function signatures(who: readonly string[]): Content {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    columnGap: 20,
    columns: who.map((label) => ({
      width: '*' as const,
      stack: [
        { text: label, color: MUTED },
        {
          text: '(                                   )',
          margin: [0, 48, 0, 0] as [number, number, number, number],
        },
      ],
    })),
  };
}

function money(amount: number) {
  const text = formatRupiah(rupiah(Math.abs(amount)));
  return { text: amount < 0 ? `-${text}` : text, alignment: 'right' as const };
}

/** @param sides of each column, `l`eft for words and `r`ight for sums */
function table(head: readonly string[], body: TableCell[][], widths: (string | number)[], sides: string) {
  return {
    margin: [0, 8, 0, 6] as [number, number, number, number],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        head.map((text, index) => ({
          text,
          bold: true,
          color: INK,
          fillColor: TINT,
          alignment: sides[index] === 'l' ? ('left' as const) : ('right' as const),
        })),
        ...body,
      ],
    },
    layout: 'form' as const,
  };
}
