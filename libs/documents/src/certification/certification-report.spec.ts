import { inflateSync } from 'node:zlib';
import { renderPdf } from '../pdf/render-pdf';
import type { CertificationReportModel, CertifiedScenario } from './certification-model';
import { certificationReport } from './certification-report';

const scenario = (change: Partial<CertifiedScenario> = {}): CertifiedScenario => ({
  code: 'native.verify',
  title: 'Cek tagihan dijawab',
  status: 'PASS',
  reason: null,
  requestId: 'req-00000001',
  ...change,
});

const model = (change: Partial<CertificationReportModel> = {}): CertificationReportModel => ({
  utility: {
    name: 'Perumda Air Minum Tirta Anoa',
    address: 'Jl. Ahmad Yani No. 1',
    phone: '(0401) 000-0000',
  },
  bank: { code: 'SULTRA', name: 'Bank Sultra' },
  runId: 7,
  keyId: 'tp_0123456789',
  status: 'PASSED',
  startedAt: Date.UTC(2026, 0, 15, 1, 30),
  finishedAt: Date.UTC(2026, 0, 15, 2, 0),
  printedAt: Date.UTC(2026, 0, 15, 3, 0),
  zone: 'Asia/Makassar',
  startedBy: 'Budi Santoso',
  scenarios: [scenario()],
  ...change,
});

/** Words in drawing order, and how many pages there are. */
async function read(report: CertificationReportModel): Promise<{ text: string; pages: number }> {
  const raw = (await renderPdf(certificationReport(report))).toString('latin1');
  const content = [...raw.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'),
  );
  const text = [...content.join('\n').matchAll(/\[(.*?)\] TJ/g)].map((match) =>
    [...(match[1] ?? '').matchAll(/<([0-9a-f]*)>/g)]
      .map((hex) => Buffer.from(hex[1] ?? '', 'hex').toString('latin1'))
      .join(''),
  );
  return { text: text.join('').replace(/\s+/g, ' '), pages: [...raw.matchAll(/\/MediaBox/g)].length };
}

describe('certification report', () => {
  test('names bank, run, people, times in the zone of the utility, and the verdict', async () => {
    const { text, pages } = await read(model());
    for (const words of [
      'LAPORAN SERTIFIKASI INTEGRASI BANK',
      'LULUS',
      'Bank Sultra (SULTRA)',
      'tp_0123456789',
      'Budi Santoso',
      '1 dari 1 skenario lulus',
      '09.30',
      '10.00',
      'Panggilan req-00000001',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('TIDAK LULUS');
    expect(pages).toBe(1);
  });

  test('says why a scenario failed, and never LULUS over it', async () => {
    const failed = scenario({
      status: 'FAIL',
      reason: 'Hash body ditulis dengan huruf besar.',
      requestId: null,
    });
    const { text } = await read(model({ status: 'FAILED', scenarios: [scenario(), failed] }));
    expect(text).toContain('TIDAK LULUS');
    expect(text).toContain('Hash body ditulis dengan huruf besar.');
    expect(text).toContain('1 dari 2 skenario lulus');
  });

  test('a run that is not over looks like one', async () => {
    const open = scenario({ status: 'PENDING', reason: null, requestId: null });
    const { text } = await read(
      model({ status: 'RUNNING', finishedAt: null, keyId: null, scenarios: [open] }),
    );
    expect(text).toContain('SEDANG BERJALAN');
    expect(text).toContain('Belum diuji.');
    expect(text).toContain('semua kredensial bank');
  });

  test('a long list continues on numbered pages, with characters a standard font does not know replaced', async () => {
    const many = Array.from({ length: 60 }, () =>
      scenario({ title: 'Skenario 水 panjang', reason: 'x'.repeat(300), status: 'FAIL' }),
    );
    const { text, pages } = await read(model({ status: 'FAILED', scenarios: many }));
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain(`Halaman ${String(pages)} dari ${String(pages)}`);
    expect(text).toContain('Skenario ? panjang');
  });
});
