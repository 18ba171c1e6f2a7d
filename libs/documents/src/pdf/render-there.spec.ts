import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pagesOf } from '../../fixtures/pages-of';
import { renderAside, renderThere, type PlainPdf } from './render-aside';

const folder = mkdtempSync(join(tmpdir(), 'tirtapay-maker-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const DOCUMENT = {
  pageSize: 'A4',
  pageMargins: [28, 30, 28, 40],
  defaultStyle: { font: 'Helvetica', fontSize: 8 },
  footerLine: 'Keadaan sekarang',
} as const;

const documentOf = (rows: Iterable<string[]>): PlainPdf => ({
  ...DOCUMENT,
  pageMargins: [...DOCUMENT.pageMargins],
  content: [
    { text: 'Daftar' },
    { parts: ['Bagian satu', 'Bagian dua'] },
    {
      sides: ['left', 'right'],
      table: { headerRows: 1, dontBreakRows: true, widths: [100, 100], body: [['Nama', 'Jumlah']] },
      rows,
      layout: 'report',
    },
  ],
});

const ROWS = Array.from({ length: 120 }, (_, index) => [`Pelanggan ${String(index)}`, String(index * 7)]);

/** As a module of the house is, once it is compiled. */
function maker(name: string, body: string): string {
  const path = join(folder, `${name}.cjs`);
  writeFileSync(
    path,
    `const { isMainThread } = require('node:worker_threads');\nexports.make = async (asked) => {${body}};`,
  );
  return path;
}

const SAME = maker(
  'same',
  `if (isMainThread) throw new Error('the wrong thread');
   const { rows, document } = asked;
   const [first, parts, table] = document.content;
   return { told: rows.length, document: { ...document, content: [first, parts, { ...table, rows: rows.values() }] } };`,
);
const asked = (rows = ROWS) => ({ rows, document: documentOf([]) });

test('a document made there is the one made here, and its word comes with it', async () => {
  const { told, bytes } = renderThere(SAME, asked);
  expect(await told).toBe(ROWS.length);
  expect(pagesOf(await bytes)).toEqual(pagesOf(await renderAside(documentOf(ROWS))));
});

test('nothing is drawn of nothing', async () => {
  const none = maker('none', 'return { told: asked, document: null };');
  const { told, bytes } = renderThere(none, () => 10_001);
  expect([await told, (await bytes).length]).toEqual([10_001, 0]);
});

test('an error says what it said there, with its code, and the next document is whole', async () => {
  const away = maker('away', "throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });");
  const half = maker(
    'half',
    `const { document } = asked;
     const rows = (function* () { yield ['Rahasia', '1']; throw new Error('half a table'); })();
     return { told: 1, document: { ...document, content: [{ ...document.content[2], rows }] } };`,
  );
  const lost = renderThere(away, () => null);
  await expect(lost.told).rejects.toMatchObject({ message: 'no such host', code: 'ENOTFOUND' });
  await expect(lost.bytes).rejects.toMatchObject({ code: 'ENOTFOUND' });
  const broken = renderThere(half, asked);
  expect(await broken.told).toBe(1);
  await expect(broken.bytes).rejects.toThrow('half a table');
  const whole = renderThere(SAME, () => asked(ROWS.slice(0, 3)));
  const pages = pagesOf(await whole.bytes).join();
  expect(pages).toContain('Pelanggan 2');
  expect(pages).not.toContain('Rahasia');
});

test('a thread that goes takes its document with it, and no other', async () => {
  const going = maker('going', 'process.exit(3);');
  const lost = renderThere(going, () => null);
  const next = renderThere(SAME, () => asked(ROWS.slice(0, 1)));
  await expect(lost.told).rejects.toThrow('the document was not made (3)');
  expect(await next.told).toBe(1);
  expect(pagesOf(await next.bytes)).toHaveLength(1);
});

test('each is asked when those before are drawn', async () => {
  const order: string[] = [];
  const three = [1, 2, 3].map((one) => {
    const made = renderThere(SAME, () => {
      order.push(`asked ${String(one)}`);
      return asked(ROWS.slice(0, one));
    });
    return made.bytes.then(() => order.push(`drawn ${String(one)}`));
  });
  await Promise.all(three);
  expect(order).toEqual(['asked 1', 'drawn 1', 'asked 2', 'drawn 2', 'asked 3', 'drawn 3']);
});
