import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { sampleReceipt } from '../../fixtures/sample-receipt';
import { sampleClosing } from '../../fixtures/sample-closing';
import { certificationReport } from '../certification/certification-report';
import { closingSheet } from '../counter/closing-sheet';
import type { ReceiptModel } from '../receipt/receipt-model';
import { receiptRoll } from '../receipt/receipt-roll';
import { receiptSheet } from '../receipt/receipt-sheet';
import { renderPdf, type PdfDefinition } from './render-pdf';
import { boldWidth } from './standard-fonts';

/* Nothing leaves a page, in any document, whatever people and banks call themselves. */

interface Drawn {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

interface Page {
  readonly width: number;
  readonly height: number;
  readonly fonts: readonly string[];
  readonly drawn: readonly Drawn[];
}

/** Every text of a document by where it stands; `1 0 0 1 x y Tm`, font and size, letters in hexadecimal. */
async function placed(definition: PdfDefinition): Promise<Page> {
  const raw = (await renderPdf(definition)).toString('latin1');
  const content = [...raw.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map((match) => inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'))
    .join('\n');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(raw) ?? [];
  const texts = content.matchAll(/1 0 0 1 ([-\d.]+) ([-\d.]+) Tm\n\/F\d+ ([\d.]+) Tf\n\[(.*?)\] TJ/g);
  return {
    width: Number(width),
    height: Number(height),
    fonts: [...raw.matchAll(/\/BaseFont \/([\w+-]+)/g)].map((match) => match[1] ?? ''),
    drawn: [...texts].map(([, x, y, size, shown = '']) => {
      const letters = Buffer.from(
        [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join(''),
        'hex',
      ).toString('latin1');
      const em = Number(size);
      return { x: Number(x), right: Number(x) + boldWidth(letters) * em, y: Number(y), size: em };
    }),
  };
}

function expectInside({ width, height, drawn }: Page): void {
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn.filter(({ x, right, y }) => x < 0 || right > width || y < 0 || y > height)).toEqual([]);
}

const DOCUMENTS: readonly (readonly [string, (text: string) => PdfDefinition])[] = [
  ['a receipt on A5', (text) => receiptSheet(named(text))],
  ['a receipt on the counter form', (text) => receiptSheet(named(text), '5.5x4.25in')],
  ['a receipt on 80 mm', (text) => receiptRoll(named(text), 80)],
  ['a receipt on 58 mm', (text) => receiptRoll(named(text), 58)],
  ['a certification report', certification],
  ['a closing sheet', closing],
];

function named(text: string): ReceiptModel {
  return {
    ...sampleReceipt,
    receiptNumber: text,
    utility: { name: text, address: text, phone: text },
    customer: { customerNumber: '010203000046', name: text, address: text, tariffCategory: text },
    bank: { code: 'X', name: text },
    bankReference: text,
    verificationUrl: `https://bayar.example/v/${text.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 40)}`,
  };
}

function certification(text: string): PdfDefinition {
  const scenario = { code: text, title: text, reason: text, requestId: text };
  return certificationReport({
    utility: { name: text, address: text, phone: text },
    bank: { code: text, name: text },
    runId: 7,
    keyId: text,
    status: 'FAILED',
    startedAt: 0,
    finishedAt: 1,
    printedAt: 2,
    zone: 'Asia/Makassar',
    startedBy: text,
    scenarios: [
      { ...scenario, status: 'PASS' },
      { ...scenario, status: 'FAIL' },
    ],
  });
}

function closing(text: string): PdfDefinition {
  const line = { label: text, count: 1, amount: sampleClosing.expected };
  return closingSheet({
    ...sampleClosing,
    utility: { name: text, address: text, phone: text },
    drawer: { code: text, name: text },
    cashier: text,
    decidedBy: text,
    reason: text,
    sales: [line],
    nonCash: [line],
  });
}

const LETTERS = fc.constantFrom(...'WMiIl.-/_@ABCxyz019éÑ', ...'āễŁمОж');

describe.each(DOCUMENTS)('%s', (_name, define) => {
  it.each([
    ['a reference of 64 characters', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.repeat(2).slice(0, 64)],
    ['the widest letters', 'W'.repeat(128)],
    ['a word of 48 letters', `Sangat ${'panjang'.repeat(7).slice(0, 48)} sekali`],
    ['a long number with separators', 'SULTRA-TELLER-20260115-000001/ULANG.2'],
    ['a name in letters of its own', 'Wāhid Nguyễn Đặng '.repeat(3)],
  ])('keeps %s on the page', async (_what, text) => {
    expectInside(await placed(define(text)));
  });

  it('keeps any text on the page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: LETTERS, minLength: 1, maxLength: 130 }), async (text) => {
        expectInside(await placed(define(text)));
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('embeds the fallback font only for a name that needs it', async () => {
    const plain = await placed(define('Rina Kurnia, Café Renée'));
    expect(plain.fonts.filter((font) => !font.startsWith('Helvetica'))).toEqual([]);
    const other = await placed(define('Wāhid Nguyễn'));
    expect(other.fonts.some((font) => font.includes('DejaVuSans'))).toBe(true);
  });
});
