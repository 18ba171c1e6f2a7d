import { formatInstant } from '@tirtapay/domain';
import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PdfDefinition } from '../pdf/render-pdf';
import { printed } from '../pdf/printed-text';
import { visible } from '../printable';
import type { CertificationReportModel, CertifiedScenario } from './certification-model';

// Indonesian only, like every document that may be shown to an auditor.

const TITLE = 'LAPORAN SERTIFIKASI INTEGRASI BANK';
const INK = '#17324d';
const MUTED = '#5b6b7b';
const LINE = '#c9d3dc';
const TINT = '#eef4f8';
/** Widths of columns, as multiples of their font size. */
const COLUMN = 36;
const NAME_COLUMN = 20;
const SIDE = 42;
const WIDTH = 595.28 - 2 * SIDE;

const VERDICTS = {
  RUNNING: { text: 'SEDANG BERJALAN', color: '#92600a' },
  PASSED: { text: 'LULUS', color: '#166534' },
  FAILED: { text: 'TIDAK LULUS', color: '#b91c1c' },
} as const;

const MARKS = {
  PENDING: { text: 'Belum', color: '#92600a' },
  PASS: { text: 'Lulus', color: '#166534' },
  FAIL: { text: 'Gagal', color: '#b91c1c' },
} as const;

/**
 * The result of a certification run as an A4 page: who, when, the verdict, and every scenario with the call that shows
 * it or the reason it failed. Long lists continue on numbered pages.
 */
export function certificationReport(model: CertificationReportModel): PdfDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, 42, SIDE, 48],
    info: {
      title: visible(`${TITLE} ${model.bank.name} ${String(model.runId)}`),
      author: visible(model.utility.name),
    },
    defaultStyle: { font: 'Helvetica', fontSize: 9.5, lineHeight: 1.15, color: '#111827' },
    content: [heading(model), rule(), facts(model), scenarioTable(model.scenarios), signatures()],
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

function heading({ utility, status }: CertificationReportModel): Content {
  const verdict = VERDICTS[status];
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: printed(utility.name, NAME_COLUMN), bold: true, fontSize: 14, color: INK },
          { text: printed(utility.address, COLUMN), color: MUTED, margin: [0, 2, 0, 0] },
          { text: printed(`Telp. ${utility.phone}`, COLUMN), color: MUTED },
        ],
      },
      {
        width: 200,
        alignment: 'right',
        stack: [
          { text: TITLE, bold: true, fontSize: 11, color: INK },
          { text: verdict.text, bold: true, fontSize: 16, color: verdict.color, margin: [0, 4, 0, 0] },
        ],
      },
    ],
    columnGap: 16,
  };
}

function rule(): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 1.2, lineColor: INK }],
    margin: [0, 10, 0, 10],
  };
}

function facts(model: CertificationReportModel): Content {
  const passed = model.scenarios.filter(({ status }) => status === 'PASS').length;
  const rows: [string, string][] = [
    ['Bank', `${model.bank.name} (${model.bank.code})`],
    ['Nomor sertifikasi', String(model.runId)],
    ['Kunci API', model.keyId ?? 'semua kredensial bank'],
    ['Dimulai', formatInstant(model.startedAt, model.zone, 'id')],
    ['Selesai', model.finishedAt === null ? '-' : formatInstant(model.finishedAt, model.zone, 'id')],
    ['Dimulai oleh', model.startedBy ?? '-'],
    ['Hasil', `${String(passed)} dari ${String(model.scenarios.length)} skenario lulus`],
  ];
  return {
    layout: 'noBorders',
    table: {
      widths: [110, '*'],
      body: rows.map(([label, value]) => [{ text: label, color: MUTED }, { text: printed(value, COLUMN) }]),
    },
  };
}

function scenarioTable(scenarios: readonly CertifiedScenario[]): Content {
  const head = (text: string): TableCell => ({ text, bold: true, color: INK, fillColor: TINT });
  return {
    margin: [0, 14, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [20, '*', 46],
      body: [
        [head('No.'), head('Skenario'), head('Hasil')],
        ...scenarios.map((scenario, index) => row(scenario, index + 1)),
      ],
    },
    layout: {
      hLineWidth: (index: number) => (index === 0 ? 0 : 0.6),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 5,
      paddingRight: () => 5,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
  };
}

function row(scenario: CertifiedScenario, number: number): TableCell[] {
  const mark = MARKS[scenario.status];
  const note =
    scenario.status === 'PASS'
      ? `Panggilan ${scenario.requestId ?? '-'}`
      : (scenario.reason ?? 'Belum diuji.');
  return [
    { text: String(number), color: MUTED },
    {
      stack: [
        { text: printed(scenario.title, COLUMN), bold: true },
        { text: printed(note, COLUMN), color: MUTED, fontSize: 8.5, margin: [0, 1, 0, 0] },
        { text: printed(scenario.code, COLUMN), color: MUTED, fontSize: 7.5 },
      ],
    },
    { text: mark.text, bold: true, color: mark.color },
  ];
}

function signatures(): Content {
  const line = (who: string) => ({
    width: '*' as const,
    stack: [
      { text: who, color: MUTED },
      {
        text: '(                                                   )',
        margin: [0, 46, 0, 0] as [number, number, number, number],
      },
    ],
  });
  return {
    unbreakable: true,
    margin: [0, 26, 0, 0],
    columns: [line('Admin IT'), line('Perwakilan bank')],
    columnGap: 40,
  };
}
