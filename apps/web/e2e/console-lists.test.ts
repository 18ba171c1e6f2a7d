import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../api/test/support/eventually';
import { LONG } from '../../api/test/support/long-run';
import { openBrowser, PHONE } from './support/browser';
import { signIn, turnTo } from './support/console';
import { LONG_PATIENCE_MILLISECONDS } from './support/patience';

/* What every list of the office has, whoever adds the next one: the pages are found in the features themselves. */

const FEATURES = join(__dirname, '..', 'src', 'features');

/** Addresses of the pages that draw a list. */
const LISTS = readdirSync(FEATURES).flatMap((area) =>
  readdirSync(join(FEATURES, area)).flatMap((feature) => {
    const folder = join(FEATURES, area, feature);
    const declared = readFileSync(join(folder, 'feature.ts'), 'utf8');
    return [...declared.matchAll(/path: '([^']+)',[^}]*?import\('\.\/(components\/[^']+)'\)/g)].flatMap(
      ([, path = '', file = '']) =>
        readFileSync(join(folder, `${file}.tsx`), 'utf8').includes('<ListPage') ? [path] : [],
    );
  }),
);

/**
 * Ticking, files, paper and views are one mechanism (`ListPage`), clicked to its end on these: the longest, one that grows
 * while it is looked at, one whose rows are ticked for work. `npm run test:long` clicks it on every list.
 */
const CLICKED = new Set(LONG ? LISTS : ['activity', 'approvals', 'bills']);

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'super'));
  // Paper is not there; that it was asked for is what counts.
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = 'yes';
    };
  });
});
afterAll(() => browser.close());

/** In which a window is laid out anew, on a machine that is busy. */
const LAID_OUT_MILLISECONDS = 30_000;
const MORE_THAN_ONE = /^(?!1 baris)[\d.]+\+? baris dipilih/;

const totalRows = async (): Promise<string> =>
  /Total ([\d.]+\+?) baris/.exec(await page.locator('tfoot').innerText())?.[1] ?? '';

const bar = () => page.getByRole('region', { name: 'Baris terpilih' });

/** Lists of which the demonstration has no row: they are looked at as far as an empty list goes. */
const empty = new Set<string>();

/** What is only looked at is reached from the list before; the list that is left is marked until it is gone. */
async function turn(path: string): Promise<void> {
  await page.evaluate(() => document.querySelector('[data-list]')?.setAttribute('data-left', ''));
  await turnTo(page, `/admin/${path}`);
}

/**
 * What is clicked to its end begins on a fresh page.
 * @returns whether there is anything in the list
 */
async function open(path: string): Promise<boolean> {
  await page.setViewportSize({ width: 1280, height: 800 });
  if (CLICKED.has(path) || !page.url().startsWith('http')) await page.goto(`/admin/${path}`);
  else await turn(path);
  const list = page.locator('[data-list][data-rows]:not([data-left])');
  await list.waitFor();
  if ((await list.getAttribute('data-rows')) === '0') {
    empty.add(path);
    return false;
  }
  await page
    .locator('tfoot')
    .getByText(/Total [\d.]+\+? baris/)
    .waitFor();
  return true;
}

/** Amounts that are not wholly in sight: beyond the edge of the table, or wider than their cell. */
const cutAmounts = () =>
  page.evaluate(() => {
    const view = document.querySelector('main table')?.closest('[class*="ScrollArea-viewport"]');
    const edge = view?.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('main table [data-money]')]
      .filter((amount) => {
        const cell = amount.closest('td, th');
        const place = amount.getBoundingClientRect();
        const own = cell?.getBoundingClientRect();
        return (
          edge === undefined ||
          own === undefined ||
          place.right > edge.right + 1 ||
          place.left < edge.left - 1 ||
          place.right > own.right + 1 ||
          place.left < own.left - 1
        );
      })
      .map((amount) => amount.innerText);
  });

/** What is wrong with the cards of a list on a phone; a value may be empty, then nothing stands beside its name. */
const cards = () =>
  page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('main tbody td[data-label]')].filter((cell) =>
      cell.checkVisibility(),
    );
    const rows = [...document.querySelectorAll<HTMLElement>('main tbody tr')].filter((row) =>
      row.querySelector('td[data-label]'),
    );
    const word = (cell: HTMLElement) => `${cell.dataset.label ?? ''}: ${cell.innerText}`;
    return {
      heads: [...document.querySelectorAll<HTMLElement>('main thead')].filter((head) =>
        head.checkVisibility(),
      ).length,
      nameless: cells
        .filter(({ dataset }) => dataset.label !== '')
        .filter((cell) => getComputedStyle(cell, '::before').content !== `"${cell.dataset.label ?? ''}"`)
        .map(word),
      beyond: cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map(word),
      outside: cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth).map(word),
      // One card has one name, which nothing stands before.
      unnamed: rows
        .filter((row) => row.querySelectorAll('td[data-label=""]').length !== 1)
        .map((row) => row.innerText),
    };
  });

/** Heights at which the search box and the tools beside it stand: one, where they are one row. */
const toolRows = () =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('[data-toolbar] :is(input, button)')];
    const middles = controls
      .filter((control) => control.checkVisibility() && control.closest('[data-position]') === null)
      .map((control) => {
        const { top, height } = control.getBoundingClientRect();
        return Math.round(top + height / 2);
      });
    return [...new Set(middles)].length;
  });

/** How far the words in an empty box go beyond it (px). */
const hintBeyondBox = (box: HTMLElement | SVGElement) => {
  const style = getComputedStyle(box);
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null || !(box instanceof HTMLInputElement)) throw new Error('nothing to measure with');
  canvas.font = style.font;
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return Math.max(0, Math.ceil(canvas.measureText(box.placeholder).width - room));
};

it('there are as many lists as there were', () => {
  expect(LISTS.length).toBeGreaterThanOrEqual(15);
  expect([...CLICKED].filter((path) => !LISTS.includes(path))).toEqual([]);
});

/* A list is opened once and used to its end, as a clerk does; only what must outlive the page opens it anew. */
describe.each(LISTS)('%s', (path) => {
  let filled = false;
  beforeAll(async () => {
    filled = await open(path);
  });

  it.each([1024, 1280])(
    'at %d: one row of tools, head and first column stay, no amount is cut',
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      // a narrower window is laid out anew; what stays cut is cut
      await eventually(
        async () => ({ rows: await toolRows(), cut: await cutAmounts() }),
        ({ rows, cut }) => rows === 1 && cut.length === 0,
        LAID_OUT_MILLISECONDS,
      );
      // what can be looked for is said in full
      expect(await page.getByRole('searchbox').evaluate(hintBeyondBox)).toBe(0);
      if (!filled) return;
      const sticky = await page.evaluate(() =>
        ['main thead', 'main tfoot', 'main tbody tr td:nth-child(2)'].map((selector) => {
          const element = document.querySelector(selector);
          return element === null ? 'missing' : getComputedStyle(element).position;
        }),
      );
      expect(sticky).toEqual(['sticky', 'sticky', 'sticky']);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBeLessThanOrEqual(0);
    },
  );

  it('on a phone every row is a card: each value beside the name of its column, nothing beyond its edge', async () => {
    await page.setViewportSize(PHONE);
    if (filled)
      await eventually(
        cards,
        ({ heads, ...faults }) => heads === 0 && Object.values(faults).flat().length === 0,
      );
    await eventually(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      (sideways) => sideways <= 0,
    );
    const opens = page.locator('main tbody a[data-row-link]').first();
    if (CLICKED.has(path) && (await opens.count()) > 0) {
      // A page of its own, or a sheet over the list, which has an address as well.
      const listed = page.url();
      await opens.click();
      await page.waitForURL((address) => address.href !== listed);
      await page.goBack();
      await page.waitForURL(listed);
      await page.locator('[data-list][data-rows]').waitFor();
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  if (!CLICKED.has(path)) return;

  it('rows are ticked: what they are the server counts, all that match with one more press', async () => {
    if (!filled) return;
    const total = await totalRows();
    let chosen = '1';
    await page.getByRole('checkbox', { name: 'Pilih baris 1', exact: true }).check();
    await bar().getByText('1 baris dipilih').waitFor();
    if (total !== '1') {
      await bar()
        .getByRole('button', { name: /^Pilih semua/ })
        .click();
      chosen = (await bar().getByText(MORE_THAN_ONE).innerText()).replace(/ baris dipilih.*/s, '');
    }
    await bar().getByRole('button', { name: 'Batalkan pilihan' }).click();
    await bar().waitFor({ state: 'detached' });
    // Others work at the same product, and the log grows by what is asked of it: then there are more by now.
    if (chosen === total) return;
    await open(path);
    const [before, counted, now] = [total, chosen, await totalRows()].map((text) =>
      Number(text.replace(/\D/g, '')),
    ) as [number, number, number];
    expect(counted).toBeGreaterThanOrEqual(Math.min(before, now));
    expect(counted).toBeLessThanOrEqual(Math.max(before, now));
  });

  it('gives its files, and goes to paper with its totals or says that it is too long', async () => {
    // What is longer than is counted is offered in the background, and may still be had at once.
    const long = !empty.has(path) && (await page.locator('tfoot').innerText()).includes('+ baris');
    for (const [name, file] of [
      ['Unduh CSV', /\.csv$/],
      ['Unduh XLSX', /\.xlsx$/],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      if (long) await page.getByRole('button', { name: 'Unduh sekarang' }).click();
      const saved = await download;
      if (long) await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(saved.suggestedFilename()).toMatch(file);
    }
    await page.getByRole('button', { name: 'Cetak', exact: true }).click();
    const sheet = page.locator('[data-print-sheet]');
    const refused = page.getByText('Terlalu panjang untuk dicetak');
    await sheet.or(refused).first().waitFor({ state: 'attached' });
    if ((await sheet.count()) > 0) {
      await page.emulateMedia({ media: 'print' });
      // What was empty when it was opened may have rows by now: others work, and so does the calendar.
      if ((await sheet.locator('tbody tr').count()) > 0) empty.delete(path);
      else expect([...empty]).toContain(path);
      expect(await sheet.locator('tfoot').innerText()).toMatch(/Total [\d.]+\+? baris/);
      expect(await page.locator('main').isVisible()).toBe(false);
      await page.emulateMedia({ media: null });
      expect(await page.evaluate(() => document.documentElement.dataset.printed)).toBe('yes');
    }
  });

  it('is searched, keeps a view under a name, and shows it again', async () => {
    const box = page.getByRole('searchbox');
    await box.fill('zzzz tidak ada');
    await page.getByText('Tidak ada yang cocok').waitFor();
    await page.getByRole('button', { name: 'Tampilan' }).click();
    await page.getByRole('menuitem', { name: 'Simpan tampilan ini' }).click();
    await page.getByLabel('Nama tampilan').fill('Kosong');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Tampilan “Kosong” tersimpan').waitFor();
    await page.goto(`/admin/${path}`);
    await page.getByRole('button', { name: 'Tampilan' }).click();
    await page.getByRole('menuitem', { name: 'Kosong', exact: true }).click();
    await page.getByText('Tidak ada yang cocok').waitFor();
    expect(await box.inputValue()).toBe('zzzz tidak ada');
    await page.getByRole('button', { name: 'Tampilan' }).click();
    await page.getByRole('menuitem', { name: 'Hapus tampilan Kosong' }).click();
    await page.getByText('Tampilan “Kosong” dihapus').waitFor();
  });
});

it('a list longer than is counted goes on row by row, to its end and back, and is counted when asked', async () => {
  await open('bills');
  const control = (name: string) => page.getByRole('button', { name, exact: true });
  const pager = page.getByRole('navigation', { name: 'Halaman daftar' });
  const firstCell = () => page.locator('main tbody tr').first().innerText();
  await pager.getByText('1–25 dari 10.000+').waitFor();
  expect(await control('Halaman sebelumnya').isDisabled()).toBe(true);
  const first = await firstCell();
  await control('Halaman terakhir').click();
  await pager.getByText(/baris dekat akhir/).waitFor();
  await page.getByRole('button', { name: 'Halaman berikutnya', exact: true, disabled: true }).waitFor();
  const last = await firstCell();
  expect(last).not.toBe(first);
  await control('Halaman sebelumnya').click();
  await page.waitForFunction(
    (was) => document.querySelector<HTMLElement>('main tbody tr')?.innerText !== was,
    last,
  );
  await control('Halaman berikutnya').click();
  await page.waitForFunction(
    (was) => document.querySelector<HTMLElement>('main tbody tr')?.innerText === was,
    last,
  );
  // Behind the last page that has a number, and back onto it.
  await page.goto('/admin/bills?page=400');
  await pager.getByText('9.976–10.000 dari 10.000+').waitFor();
  await control('Halaman berikutnya').click();
  await pager.getByText('10.001–10.025 dari 10.000+').waitFor();
  await page.reload();
  await pager.getByText('10.001–10.025 dari 10.000+').waitFor();
  await pager.getByRole('button', { name: 'Hitung tepat' }).click();
  await pager.getByText(/^10\.001–10\.025 dari [1-9]\d\.\d{3}$/).waitFor();
  await control('Halaman sebelumnya').click();
  await pager.getByText(/^9\.976–10\.000 dari /).waitFor();
  expect(new URL(page.url()).search).toBe('?page=400');
  await control('Halaman pertama').click();
  await pager.getByText(/^1–25 dari /).waitFor();
});

it('the file of such a list is written in the background, waits in the account menu and is fetched from there', async () => {
  await open('bills');
  await page.getByRole('navigation', { name: 'Halaman daftar' }).getByText('1–25 dari 10.000+').waitFor();
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Berkas unduhan' });
  await dialog.getByRole('button', { name: 'Siapkan berkas' }).click();
  await dialog.getByText('Berkas sedang disiapkan.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await open('customers');
  await page.getByRole('button', { name: /^Akun/ }).click();
  await page.getByRole('menuitem', { name: 'Berkas unduhan saya' }).click();
  const file = dialog.locator('[data-file-status="SUCCESS"]');
  await file.waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    file.getByRole('button', { name: 'Unduh', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tagihan.csv');
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeGreaterThan(10_001);
  await file.getByRole('button', { name: 'Hapus tagihan.csv' }).click();
  await dialog.getByText('Belum ada berkas.', { exact: false }).waitFor();
});

it('most lists had rows to look at', () => {
  expect(empty.size).toBeLessThanOrEqual(4);
});

it('left no error behind', () => {
  expect(problems).toEqual([]);
});
