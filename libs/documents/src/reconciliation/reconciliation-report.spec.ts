import { spelledOut } from '../../fixtures/spelled-out';
import { renderAside } from '../pdf/render-aside';
import { renderPdf } from '../pdf/render-pdf';
import { claimLetter } from './claim-letter';
import { reconciliationReport } from './reconciliation-report';
import type { ReconciliationReportModel } from './reconciliation-model';

const utility = { name: 'Perumda Air Minum Tirta Contoh', address: 'Jl. Contoh 1, Kendari', phone: '0401-1' };
const MODEL: ReconciliationReportModel = {
  utility,
  party: { kind: 'BANK', word: 'bank', code: 'SULTRA', name: 'Bank Sultra' },
  number: 'BAR/SULTRA/20260115',
  settlementDate: '2026-01-15',
  closed: true,
  closedAt: Date.parse('2026-01-16T01:00:00Z'),
  closedBy: 'Nur Aisyah',
  preparedBy: ['Andi Pratama'],
  printedAt: Date.parse('2026-01-16T02:00:00Z'),
  zone: 'Asia/Makassar',
  totals: {
    ourCount: 9,
    ourAmount: 780_000,
    bankCount: 9,
    bankAmount: 779_500,
    received: 777_000,
    charged: 2_500,
    cleared: 779_500,
    claimed: 500,
    claimSettled: 0,
    moved: 300_000,
    carried: 1,
  },
  sums: [
    {
      type: 'Cocok',
      state: 'Cocok',
      count: 8,
      ourAmount: 682_500,
      bankAmount: 682_500,
      fee: 0,
      difference: 0,
    },
    {
      type: 'Nominal berbeda',
      state: 'Diselesaikan',
      count: 1,
      ourAmount: 97_500,
      bankAmount: 97_000,
      fee: 0,
      difference: -500,
    },
  ],
  breaks: Array.from({ length: 60 }, (_, index) => ({
    id: index + 1,
    type: 'Ada di bank, tidak ada di sini',
    reference: `SULTRA-20260115-00000000${String(index)}`,
    customerNumber: '010203000046',
    ourAmount: 97_500,
    bankAmount: 97_000,
    fee: 0,
    difference: -500,
    action: 'Klaim ke bank',
    people: 'Andi Pratama / Nur Aisyah',
  })),
  moreBreaks: 3,
  files: [{ name: 'SETTLEMENT_20260115.csv', sha256: 'a'.repeat(64), lines: 9, superseded: false }],
  seal: { seq: 1_234, hash: 'b'.repeat(64) },
};

describe('Berita Acara Rekonsiliasi', () => {
  test('says both sums, every difference with who settled it, the hashes, and keeps the signatures together', async () => {
    const definition = spelledOut(reconciliationReport(MODEL));
    for (const text of [
      'BAR/SULTRA/20260115',
      'Rp777.000',
      '-Rp500',
      'dan 3 selisih lain',
      'antara Perumda Air Minum Tirta Contoh dan Bank Sultra',
      '( Nur Aisyah )',
      'b'.repeat(64),
      '"unbreakable":true',
    ])
      expect(definition).toContain(text);
    expect((await renderAside(reconciliationReport(MODEL))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('of an open day it says so', () => {
    const open = {
      ...MODEL,
      closed: false,
      closedAt: null,
      closedBy: null,
      seal: null,
      breaks: [],
      moreBreaks: 0,
    };
    const definition = spelledOut(reconciliationReport(open));
    expect(definition).toContain('BELUM DITUTUP');
    expect(definition).toContain('Tidak ada selisih.');
  });
});

describe('of a supplier or a partner', () => {
  test('it speaks of them and not of a bank', () => {
    for (const [kind, word] of [
      ['SUPPLIER', 'pemasok'],
      ['PARTNER', 'mitra'],
    ] as const) {
      const party = { kind, word, code: 'SANDBOX', name: 'Agregator' };
      const definition = spelledOut(reconciliationReport({ ...MODEL, party, breaks: [], moreBreaks: 0 }));
      expect([definition.includes(`Mengetahui, ${word}`), /\bbank\b/i.test(definition)]).toEqual([
        true,
        false,
      ]);
    }
  });

  test('of a partner it says what was sold, and no booking that there is none of', () => {
    const party = { kind: 'PARTNER', word: 'mitra', code: 'MITRA', name: 'Koperasi' } as const;
    const totals = { ...MODEL.totals, moved: 41_000 };
    const definition = spelledOut(
      reconciliationReport({ ...MODEL, party, totals, breaks: [], moreBreaks: 0 }),
    );
    expect(definition).toContain('Penjualan yang sudah dipotong dari deposit');
    expect(definition).not.toContain('Klaim kepada');
    expect(definition).not.toContain('Pelunasan klaim');
  });
});

describe('the letter of a claim', () => {
  test('names the sum and the day', async () => {
    const letter = claimLetter({
      utility,
      party: MODEL.party,
      number: 'KLAIM/20260115/7',
      settlementDate: '2026-01-15',
      writtenOn: '2026-01-16',
      amount: 500,
      reason: 'Bank kurang menyetor',
      facts: [['Referensi', 'RK-1']],
      zone: MODEL.zone,
      printedAt: MODEL.printedAt,
    });
    expect(JSON.stringify(letter)).toContain('Rp500');
    expect((await renderPdf(letter)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
