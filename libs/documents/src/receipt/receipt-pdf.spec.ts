import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { sampleReceipt } from '../../fixtures/sample-receipt';
import { renderPdf, type PdfDefinition } from '../pdf/render-pdf';
import type { ReceiptModel } from './receipt-model';
import { receiptRoll } from './receipt-roll';
import { receiptSheet } from './receipt-sheet';

interface ReadPdf {
  /** All words in drawing order, single spaces. */
  readonly text: string;
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly fonts: readonly string[];
  /** Black rectangles without outline: the modules of the QR code. */
  readonly rectangles: readonly (readonly [x: number, y: number, width: number, height: number])[];
}

function numbers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number);
}

/** Reads back what pdfkit writes: flate streams, hex strings in TJ arrays, `re` operators. */
function readPdf(bytes: Buffer): ReadPdf {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'),
  );
  const content = streams.join('\n');
  const shown = [...content.matchAll(/\[(.*?)\] TJ/g)].map((match) =>
    [...(match[1] ?? '').matchAll(/<([0-9a-f]*)>/g)]
      .map((hex) => Buffer.from(hex[1] ?? '', 'hex').toString('latin1'))
      .join(''),
  );
  return {
    text: shown.join('').replace(/\s+/g, ' '),
    pages: [...raw.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((match) => ({
      width: Number(match[1]),
      height: Number(match[2]),
    })),
    fonts: [...raw.matchAll(/\/BaseFont \/([\w-]+)/g)].map((match) => match[1] ?? '').sort(),
    rectangles: [...content.matchAll(/([\d. ]+) re\n\/DeviceRGB cs\n0 0 0 scn\n(?:\/Gs\d+ gs\n)?f\n/g)].map(
      (match) => {
        const [x = 0, y = 0, width = 0, height = 0] = numbers(match[1] ?? '');
        return [x, y, width, height] as const;
      },
    ),
  };
}

/** Paints the black rectangles at 4 pixels a point, as a camera would see them, and decodes the symbol. */
function decodeQr({ rectangles, pages }: ReadPdf): string | null {
  const scale = 4;
  const width = Math.ceil((pages[0]?.width ?? 0) * scale);
  const height = Math.ceil((pages[0]?.height ?? 0) * scale);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [x, y, w, h] of rectangles)
    for (let row = Math.round(y * scale); row < Math.round((y + h) * scale); row += 1)
      for (let column = Math.round(x * scale); column < Math.round((x + w) * scale); column += 1)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  return jsQR(pixels, width, height)?.data ?? null;
}

const read = async (definition: PdfDefinition): Promise<ReadPdf> => readPdf(await renderPdf(definition));
const withBills = (count: number): ReceiptModel => ({
  ...sampleReceipt,
  bills: Array.from({ length: count }, () => sampleReceipt.bills)
    .flat()
    .slice(0, count),
});

const PAPERS: readonly (readonly [string, (model: ReceiptModel) => PdfDefinition])[] = [
  ['A5', (model) => receiptSheet(model)],
  ['5.5 × 4.25 in', (model) => receiptSheet(model, '5.5x4.25in')],
  ['80 mm', (model) => receiptRoll(model, 80)],
  ['58 mm', (model) => receiptRoll(model, 58)],
];

describe.each(PAPERS)('receipt PDF on %s', (_name, define) => {
  it('carries every fact of the receipt on one page', async () => {
    const pdf = await read(define(sampleReceipt));
    expect(pdf.pages).toHaveLength(1);
    for (const fact of [
      'Perumda Air Minum Tirta Anoa',
      'BUKTI PEMBAYARAN REKENING AIR MINUM',
      'SULTRA-TELLER-20260115-000001',
      '010203000046',
      'Rina Kurnia',
      'RT-1 Rumah Tangga',
      'November 2025',
      'Desember 2025',
      '1209',
      '1262',
      'Rp156.500',
      'Rp2.500',
      'Rp159.000',
      'Terbilang: seratus lima puluh sembilan ribu rupiah',
      '15 Januari 2026 09.30 WITA',
      'Bank Sultra',
      'BPD/2026-0001',
      'Kwitansi ini adalah bukti pembayaran yang sah.',
    ])
      expect(pdf.text).toContain(fact);
    expect(pdf.text).not.toContain('SALINAN');
    expect(pdf.text).not.toContain('Meterai');
  });

  it('shows what both meters measured where one was exchanged', async () => {
    const [first] = sampleReceipt.bills;
    const meterChange = { previous: { from: 7150, to: 7165 }, current: { from: 8003, to: 8013 } };
    const pdf = await read(define({ ...sampleReceipt, bills: first ? [{ ...first, meterChange }] : [] }));
    for (const fact of ['Meter Baru', '7150', '7165', '8003', '8013']) expect(pdf.text).toContain(fact);
    expect((await read(define(sampleReceipt))).text).not.toContain('Meter Baru');
  });

  it('has a QR code that a camera reads as the verification address', async () => {
    expect(decodeQr(await read(define(sampleReceipt)))).toBe(sampleReceipt.verificationUrl);
  });

  it('embeds no font', async () => {
    expect((await read(define(sampleReceipt))).fonts).toEqual(['Helvetica', 'Helvetica-Bold']);
  });

  it('marks a reprint', async () => {
    const { text } = await read(define({ ...sampleReceipt, copyNumber: 3 }));
    expect(text).toContain('SALINAN ke-3');
    expect(text).toContain('Kwitansi ini adalah bukti pembayaran yang sah.');
  });

  it('marks a reversed payment and does not claim validity', async () => {
    const { text } = await read(define({ ...sampleReceipt, status: 'REVERSED' }));
    expect(text).toContain('DIBATALKAN');
    expect(text).toContain('Pembayaran ini telah dibatalkan. Kwitansi ini tidak berlaku.');
    expect(text).not.toContain('bukti pembayaran yang sah');
  });

  it('survives names the standard fonts cannot write, and draws them as text only', async () => {
    const name = 'Renée \u202e<b>王</b> ![x](file:///etc/passwd)';
    const { text } = await read(define({ ...sampleReceipt, customer: { ...sampleReceipt.customer, name } }));
    expect(text.replace(/ /g, '')).toContain('Renée<b>?</b>![x](file:///etc/passwd)');
    expect(text).toContain('Rp159.000');
  });
});

describe('receipt paper', () => {
  it('lies on A5 and on the counter form', async () => {
    expect((await read(receiptSheet(sampleReceipt))).pages).toEqual([{ width: 595.28, height: 419.53 }]);
    expect((await read(receiptSheet(sampleReceipt, '5.5x4.25in'))).pages).toEqual([
      { width: 396, height: 306 },
    ]);
  });

  it('continues on numbered pages with the heading of the table repeated', async () => {
    const pdf = await read(receiptSheet(withBills(30)));
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(pdf.text.match(/Stan Lalu/g)).toHaveLength(2);
    expect(pdf.text.match(/(November|Desember) 2025/g)).toHaveLength(30);
    expect(pdf.text).toContain(`Halaman 1 dari ${String(pdf.pages.length)}`);
    expect(pdf.text.match(/Terbilang/g)).toHaveLength(1);
  });

  it('makes a roll as long as its content', async () => {
    const [short] = (await read(receiptRoll(withBills(1), 80))).pages;
    const [long] = (await read(receiptRoll(withBills(12), 80))).pages;
    expect(short?.width).toBe(226.77);
    expect(short?.height).toBeLessThan(520);
    expect(long?.height).toBeGreaterThan((short?.height ?? 0) + 400);
    expect((await read(receiptRoll(withBills(1), 58))).pages[0]?.width).toBe(164.41);
  });
});

describe('renderPdf', () => {
  it('gives every document its own copy of the shared fonts', async () => {
    const documents = await Promise.all(
      Array.from({ length: 8 }, () => renderPdf(receiptSheet(sampleReceipt))),
    );
    const texts = documents.map((bytes) => readPdf(bytes).text);
    expect(new Set(texts).size).toBe(1);
    expect(documents.map((bytes) => readPdf(bytes).fonts)).toEqual(
      documents.map(() => ['Helvetica', 'Helvetica-Bold']),
    );
  });

  it('refuses to fetch an address or read a file', async () => {
    await expect(renderPdf({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow(/policy/);
    await expect(
      renderPdf({
        images: { logo: 'http://127.0.0.1:9/logo.png' },
        defaultStyle: { font: 'Helvetica' },
        content: [{ image: 'logo' }],
      }),
    ).rejects.toThrow(/policy/);
  });
});
