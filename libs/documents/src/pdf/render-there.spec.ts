import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
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
  writeFileSync(path, `exports.make = async (asked) => {${body}};`);
  return path;
}

const SAME = maker(
  'same',
  `if (process.pid === asked.pid) throw new Error('the wrong process');
   const { rows, document } = asked;
   const [first, parts, table] = document.content;
   return { told: rows.length, document: { ...document, content: [first, parts, { ...table, rows: rows.values() }] } };`,
);
const asked = (rows = ROWS) => ({ pid: process.pid, rows, document: documentOf([]) });

const going = maker('going', 'process.exit(3);');
const PID = maker('pid', 'return { told: process.pid, document: null };');
const renderer = () => renderThere<number>(PID, () => null).told;
interface Surrounded {
  readonly pid: number;
  readonly memory: number;
  readonly password?: string;
  readonly keys?: string;
}

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

test('a process that goes takes its document with it, and no other', async () => {
  const lost = renderThere(going, () => null);
  const next = renderThere(SAME, () => asked(ROWS.slice(0, 1)));
  await expect(lost.told).rejects.toThrow('the document was not made (3)');
  expect(await next.told).toBe(1);
  expect(pagesOf(await next.bytes)).toHaveLength(1);
});

test('one that is killed in the middle of a sheet is followed by another', async () => {
  const waiting = maker('waiting', 'return new Promise(() => undefined);');
  const pid = await renderer();
  const lost = renderThere(waiting, () => {
    setTimeout(() => process.kill(pid, 'SIGKILL'), 50);
    return null;
  });
  await expect(lost.told).rejects.toThrow('the document was not made (SIGKILL)');
  expect(await renderer()).not.toBe(pid);
});

test('one that never answers is ended, and those behind it go on', async () => {
  const never = maker('never', 'return new Promise(() => undefined);');
  const pid = await renderer();
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
  try {
    let begin: (value: null) => void = () => undefined;
    const begun = new Promise<null>((resolve) => (begin = resolve));
    const lost = renderThere(never, () => {
      begin(null);
      return null;
    });
    await begun;
    jest.advanceTimersByTime(89_999);
    const next = renderer();
    jest.advanceTimersByTime(1);
    await expect(lost.told).rejects.toThrow('the document was not made in time');
    expect(await next).not.toBe(pid);
  } finally {
    jest.useRealTimers();
  }
});

test('all of its threads come second, it is bounded, and nobody reads a secret of its surroundings', async () => {
  process.env.PGPASSWORD = 'rahasia-basis-data';
  process.env.JWT_KEYS = 'rahasia-kunci';
  const surrounded = maker(
    'surrounded',
    `return { told: { pid: process.pid, memory: require('node:v8').getHeapStatistics().heap_size_limit,
       password: process.env.PGPASSWORD, keys: process.env.JWT_KEYS }, document: null };`,
  );
  await expect(renderThere(going, () => null).told).rejects.toThrow();
  const { pid, memory, ...given } = await renderThere<Surrounded>(surrounded, () => null).told;
  delete process.env.PGPASSWORD;
  delete process.env.JWT_KEYS;
  expect(given).toEqual({ password: 'rahasia-basis-data' });
  expect(memory / 2 ** 20).toBeLessThan(900);
  const own = `/proc/${String(pid)}`;
  if (!existsSync(own)) return;
  for (const file of ['environ', 'cmdline'])
    expect(readFileSync(`${own}/${file}`, 'utf8')).not.toContain('rahasia');
  await renderAside(documentOf(ROWS));
  const threads = readdirSync(`${own}/task`).map(Number);
  expect(threads.length).toBeGreaterThan(1);
  expect([...new Set(threads.map((thread) => getPriority(thread)))]).toEqual([19]);
  // Nor does its session as a whole take the rank of the one the database is in.
  const session = `${own}/autogroup`;
  if (existsSync(session)) expect(readFileSync(session, 'utf8')).toMatch(/^\/autogroup-\d+ nice 19$/m);
});

test('what asks a whole group to end ends no sheet', async () => {
  const pid = await renderer();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.kill(pid, signal);
  expect(pagesOf(await renderThere(SAME, asked).bytes).join()).toContain('Pelanggan 119');
  expect(await renderer()).toBe(pid);
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
