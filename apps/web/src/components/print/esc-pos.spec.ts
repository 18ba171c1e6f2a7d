import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escPos } from './esc-pos';
import { COLUMNS, testSlip, type Slip } from './slip';

/** A receipt as the server lays it out for 32 columns, reprinted. */
const RECEIPT: Slip = {
  number: 'SULTRA-20261121-000007',
  text: `   Perumda Air Minum Tirta Anoa
================================
  BUKTI PEMBAYARAN REKENING AIR
          SALINAN ke-1
================================
No. Struk     : SULTRA-20261121-
                000007
Nama          : Rina Kurnia
--------------------------------
Tagihan Air             Rp70.000
Biaya Admin              Rp2.500
Total                   Rp72.500
--------------------------------
`,
  qr: 'https://pdam.example/v/Zx81',
};

/** Bytes as people can compare them: letters as they are, a line feed as a new line, all else in hexadecimal. */
function readable(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) =>
      byte === 0x0a
        ? '<0a>\n'
        : byte >= 0x20 && byte < 0x7f && byte !== 0x3c
          ? String.fromCharCode(byte)
          : `<${byte.toString(16).padStart(2, '0')}>`,
    )
    .join('')
    .concat('\n');
}

describe('ESC/POS', () => {
  it.each([
    ['receipt-58', RECEIPT, '58'],
    ['receipt-80', RECEIPT, '80'],
    ['test-page-58', testSlip('58', 'HALAMAN UJI PRINTER', '21 Nov 2026 14.30 WITA'), '58'],
    ['test-page-80', testSlip('80', 'HALAMAN UJI PRINTER', '21 Nov 2026 14.30 WITA'), '80'],
    ['invoice-58', { ...RECEIPT, qr: null }, '58'],
  ] as const)('%s is byte for byte the golden file', async (name, slip, roll) => {
    const file = join(__dirname, 'golden', `${name}.txt`);
    const bytes = readable(await escPos(slip, roll));
    expect(bytes).toBe(readFileSync(file, 'utf8'));
  });

  it('never changes a line of what was laid out', async () => {
    const bytes = Buffer.from(await escPos({ ...RECEIPT, qr: null }, '58')).toString('latin1');
    for (const line of RECEIPT.text.split('\n')) expect(bytes).toContain(`${line}\n`);
  });

  it('has a test page as wide as the roll', () => {
    for (const roll of ['58', '80'] as const) {
      const widths = testSlip(roll, 'UJI', 'kini')
        .text.split('\n')
        .map((line) => line.length);
      expect(Math.max(...widths)).toBe(COLUMNS[roll]);
    }
  });
});
