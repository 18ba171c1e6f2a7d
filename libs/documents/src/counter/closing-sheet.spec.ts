import { expectedCash, rupiah } from '@tirtapay/domain';
import { inflateSync } from 'node:zlib';
import { sampleClosing } from '../../fixtures/sample-closing';
import { renderPdf } from '../pdf/render-pdf';
import { closingSheet } from './closing-sheet';
import type { ClosingSheetModel } from './closing-sheet-model';

/** Words in drawing order, and how many pages there are. */
async function read(model: ClosingSheetModel): Promise<{ text: string; pages: number }> {
  const raw = (await renderPdf(closingSheet(model))).toString('latin1');
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

describe('the closing sheet of a counter', () => {
  test('says who, what should be there, what was counted and what is missing, on one page with room to sign', async () => {
    const { text, pages } = await read(sampleClosing);
    expect(pages).toBe(1);
    for (const words of [
      'BERITA ACARA PENUTUPAN KAS LOKET',
      'Loket 1 Mandonga (LOKET1)',
      'Siti Aminah',
      '08.00',
      '15.00',
      'Rp939.000',
      'Selisih kurang Rp500',
      'Alasan: Salah memberi kembalian',
      'Disetujui Nur Aisyah',
      'QRIS Bank Sultra',
      'Penerima setoran',
      'Pengawas',
    ])
      expect(text).toContain(words);
  });

  test('its sums are the law’s, and every denomination is on it', async () => {
    const { text } = await read(sampleClosing);
    expect(sampleClosing.expected).toBe(expectedCash(sampleClosing.cash));
    expect(text).toContain('Rp100.000× 9Rp900.000');
    expect(text).toContain('DihitungRp938.500');
  });

  test('without a difference it says so; what waits for a second person is not closed', async () => {
    const even = await read({ ...sampleClosing, difference: rupiah(0), reason: null, decidedBy: null });
    expect(even.text).toContain('Tidak ada selisih');
    expect(even.text).not.toContain('Alasan');
    expect((await read({ ...sampleClosing, closedAt: null })).text).toContain('belum ditutup');
  });
});
