import {
  businessDate,
  formatDateLong,
  formatInstant,
  groupWholeNumber,
  type StatementKind,
} from '@tirtapay/domain';
import type { Content, TableCell } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import type { PlainPdf, PlainTable } from '../pdf/render-aside';
import { facts, INK, letterhead, money, MUTED, page, printedAt, signatures, WIDE } from './paper';
import type { ReconciliationReportModel } from './reconciliation-model';

// Indonesian only, like every document that is signed. No public layout of a Berita Acara is known: this one is ours.

const TITLE = 'BERITA ACARA REKONSILIASI';
const TINT = '#eef4f8';
/** The width of a narrow column, as a multiple of its font size. */
const NARROW = 13;
/** Seven columns side by side, with references of banks on one line where they can be. */
const BREAKS_SIZE = 8;

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
      {
        text: printed(
          `Telah dilakukan rekonsiliasi antara ${model.utility.name} dan ${model.party.name} atas transaksi tanggal ${formatDateLong(businessDate(model.settlementDate), 'id')}, dengan hasil sebagai berikut.`,
          WIDE,
        ),
        margin: [0, 8, 0, 0],
      },
      totals(model),
      sums(model),
      {
        text: `Selisih = ${model.party.word} + potongan - pembukuan.`,
        color: MUTED,
        fontSize: 7.5,
        margin: [0, -4, 0, 6],
      },
      breaks(model),
      files(model),
      {
        unbreakable: true,
        stack: [
          seal(model),
          signatures([
            { label: 'Disiapkan oleh', name: model.preparedBy.length === 1 ? model.preparedBy[0] : null },
            { label: 'Diperiksa dan ditutup oleh', name: model.closedBy },
            { label: `Mengetahui, ${model.party.word}` },
          ]),
        ],
      },
    ],
  };
}

function status({ closed, closedAt, closedBy, zone }: ReconciliationReportModel): string {
  if (!closed || closedAt === null) return 'BELUM DITUTUP';
  return `Ditutup ${formatInstant(closedAt, zone, 'id')} oleh ${closedBy ?? 'sistem'}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What the closing books, in the words of whose account it is. That of a partner's day books nothing. */
const BOOKED = {
  BANK: {
    received: 'Diterima di rekening',
    charged: 'Biaya dan potongan bank',
    cleared: 'Piutang bank yang diselesaikan',
  },
  SUPPLIER: {
    received: 'Koreksi saldo pada pemasok',
    charged: 'Dibebankan ke margin PPOB',
    cleared: 'Dialihkan ke klaim',
  },
  PARTNER: null,
} as const satisfies Readonly<Record<StatementKind, unknown>>;

/** What moved that account where it happened. */
const MOVED: Readonly<Record<StatementKind, string>> = {
  BANK: 'Mutasi rekening yang sudah dibukukan',
  SUPPLIER: 'Mutasi pemasok yang sudah dibukukan',
  PARTNER: 'Penjualan yang sudah dipotong dari deposit',
};

function totals({ totals: sum, party }: ReconciliationReportModel): Content {
  const words = BOOKED[party.kind];
  const row = (label: string, count: number | null, amount: number | null, strong = false): TableCell[] => [
    { text: label, bold: strong },
    { text: count === null ? '' : groupWholeNumber(count), alignment: 'right' },
    amount === null ? { text: '' } : { ...money(amount), bold: strong },
  ];
  return table(
    ['Ringkasan', 'Jumlah', 'Rupiah'],
    [
      row('Transaksi menurut pembukuan', sum.ourCount, sum.ourAmount),
      row(`Baris menurut berkas ${party.word}`, sum.bankCount, sum.bankAmount),
      ...(words === null
        ? []
        : [
            row(words.received, null, sum.received, true),
            row(words.charged, null, sum.charged),
            row(words.cleared, null, sum.cleared),
            row(`Klaim kepada ${party.word}`, null, sum.claimed),
            row('Pelunasan klaim', null, sum.claimSettled),
          ]),
      ...(sum.moved === 0 ? [] : [row(MOVED[party.kind], null, sum.moved)]),
      row('Dibawa ke hari berikutnya', sum.carried, null),
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
      { text: groupWholeNumber(sum.count), alignment: 'right' },
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
        'Referensi, pelanggan',
        'Pembukuan',
        capitalised(model.party.word),
        'Potongan',
        'Selisih',
        'Tindakan',
      ],
      [],
      ['*', 84, 58, 58, 48, 56, 80],
      'llrrrrl',
    ),
    sides: [],
    rows: breakRows(model),
    fontSize: BREAKS_SIZE,
  };
}

function* breakRows({ breaks: all, moreBreaks }: ReconciliationReportModel): Generator<object[]> {
  for (const one of all)
    yield [
      { text: printed(`${String(one.id)} · ${one.type}`, NARROW * 1.1) },
      {
        stack: [
          { text: printed(one.reference, NARROW * 0.8) },
          ...(one.customerNumber === null ? [] : [{ text: one.customerNumber, color: MUTED, fontSize: 7.5 }]),
        ],
      },
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
      { text: `dan ${groupWholeNumber(moreBreaks)} selisih lain; lihat daftar.`, colSpan: 7 },
      ...Array.from({ length: 6 }, () => ({})),
    ];
}

function files({ files: all, party }: ReconciliationReportModel): Content {
  return table(
    [`Berkas ${party.word}`, 'Baris', 'SHA-256'],
    all.map((file) => [
      { text: printed(file.superseded ? `${file.name} (digantikan)` : file.name, NARROW * 1.2) },
      { text: groupWholeNumber(file.lines), alignment: 'right' },
      { text: printed(file.sha256, NARROW * 2.6), fontSize: 7.5 },
    ]),
    ['*', 44, 270],
    'lrl',
  );
}

/** By what this paper is proven later; it stands above the names of whoever signs for it. */
function seal({ seal: kept }: ReconciliationReportModel): Content {
  return {
    text:
      kept === null
        ? 'Rantai log aktivitas dicatat saat hari ditutup.'
        : kept.seq === 0
          ? 'Rantai log aktivitas belum bersegel saat hari ditutup.'
          : `Kepala rantai log aktivitas: ${String(kept.seq)} / ${kept.hash}`,
    color: MUTED,
    fontSize: 7.5,
  };
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
