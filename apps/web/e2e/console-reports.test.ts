import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../api/test/support/eventually';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE, type Look } from './support/browser';
import { answered } from './support/answered';
import { signIn as comeIn, turnTo } from './support/console';
import { clicksThrough } from './support/pages';
import { GLANCE_MILLISECONDS } from './support/patience';

clicksThrough(
  '/admin/reports',
  '/admin/reports/:report',
  '/admin/reports/letterhead',
  '/admin/reports/saved',
);

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const signIn = (look: Look, name = 'manajer') => comeIn(browser, name, look);

/** Once nothing moves any more: half faded in, every text is too pale. */
async function sound(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

it('opens every report from the catalogue, and hands one over as a file and on paper', async () => {
  const { page, problems } = await signIn({ viewport: DESKTOP });
  await page.goto('/admin/reports');
  const links = page.getByRole('main').locator('li a');
  await links.first().waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Laporan');
  await sound(page);
  const reports = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(reports.length).toBeGreaterThan(25);
  const content = page.getByRole('main');
  for (const report of reports) {
    await content.locator(`a[href="${report}"]`).click();
    await page.waitForURL((url) => url.pathname === report);
    await content
      .getByRole('table')
      .or(content.getByText('Tidak ada data'))
      .or(content.getByText('Isi pilihan di atas'))
      .first()
      .waitFor();
    expect([report, await page.getByRole('alert').count()]).toEqual([report, 0]);
    await page.goBack();
    await links.first().waitFor();
  }
  await page.goto('/admin/reports?report=arrears');
  await page.getByRole('columnheader', { name: '31–60 hari' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/reports/arrears');
  expect(await page.getByRole('table').locator('tfoot').innerText()).toMatch(/Total[\s\S]*Rp/);
  for (const [button, name] of [
    [/csv/i, /^arrears-\d{4}-\d\d-\d\d-\d{4}\.csv$/],
    [/pdf/i, /^arrears\.pdf$/],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(name);
  }
  await sound(page);
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/admin\/bills\?state=ISSUED&overdue=true&region_id=\d+/);
  expect(problems).toEqual([]);
});

it('asks for a customer before it shows the card, and says when the number is mistyped', async () => {
  const { page, problems } = await signIn({ viewport: DESKTOP });
  await page.goto('/admin/reports/customer-card');
  const number = page.getByLabel('No. pelanggan');
  await number.fill('010203000047');
  await page.getByText('Nomor pelanggan salah ketik').waitFor();
  await number.fill('010203000046');
  await page.getByRole('table').waitFor();
  expect(new URL(page.url()).searchParams.get('customer')).toBe('010203000046');
  for (const [address, unknown] of [
    ['region=999999', 'Wilayah: 999999'],
    ['regoin=1', 'regoin: 1'],
    ['region=1&region=2', 'Wilayah: 1, Wilayah: 2'],
  ] as const) {
    await page.goto(`/admin/reports/dsr?${address}`);
    await page.getByRole('alert').getByText(`Tidak dikenal: ${unknown}.`).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  }
  await sound(page);
  await page.getByRole('button', { name: 'Abaikan, tampilkan dengan isian di atas' }).click();
  await page.getByRole('table').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.goto('/admin/reports/nothing');
  await page.getByText('Laporan tidak ditemukan').waitFor();
  expect(problems).toEqual([]);
});

it('lets the office say who signs, for all reports and for one', async () => {
  const { page, problems } = await signIn({ viewport: PHONE }, 'admin');
  await page.goto('/admin/reports');
  await page.getByRole('link', { name: 'Kop dan penanda tangan' }).click();
  const first = page.getByRole('region', { name: 'Penanda tangan 1' });
  await first.waitFor();
  await sound(page);
  await page.getByRole('combobox', { name: 'Laporan' }).click();
  await page.getByRole('option', { name: 'DRD: daftar rekening ditagih' }).click();
  await page.getByText('belum punya kop sendiri').waitFor();
  await first.getByLabel('Nama', { exact: true }).fill('Ir. La Ode Hasan');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Kop dan penanda tangan disimpan.').waitFor();
  await page.reload();
  await eventually(
    () => first.getByLabel('Nama', { exact: true }).inputValue(),
    (name) => name === 'Ir. La Ode Hasan',
  );
  expect(await page.getByText('belum punya kop sendiri').count()).toBe(0);
  expect(problems).toEqual([]);
});

it('says of a day in the address that it does not exist, shows the usual ones instead, and fits a phone', async () => {
  const { page, problems } = await signIn({ viewport: PHONE });
  await page.goto('/admin/reports/payments?from=2025-02-30&unit=MONTH');
  await page.getByRole('alert').getByText('2025-02-30').waitFor();
  await page.getByRole('button', { name: 'Abaikan, tampilkan dengan isian di atas' }).click();
  await page.getByRole('table').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await sound(page);
  expect(problems).toEqual([]);
});

it('shows receipts by day and month on the dashboard, of an area that stands in the address', async () => {
  const { page, problems } = await signIn({ viewport: DESKTOP });
  await page.goto('/admin/dashboard');
  const morning = page.getByRole('region', { name: 'Penerimaan dan penagihan' });
  const part = (title: string) => morning.getByRole('region', { name: title }).first();
  await part('Dua puluh penunggak terbesar').getByRole('table').waitFor();
  await part('Laju penagihan dibanding bulan lalu').getByRole('img').first().waitFor();
  await morning.getByText('Bulanan', { exact: true }).click();
  await page.waitForURL(/span=month/);
  await part('Ikhtisar LPP dan pendapatan: wilayah').waitFor();
  await part('Dua puluh penunggak terbesar').getByRole('table').waitFor();
  await sound(page);
  await morning.getByRole('combobox', { name: 'Wilayah' }).click();
  // The last of them, of the area.
  const read = page.waitForResponse(/\/reports\/top-arrears\?region=\d+/);
  await page.getByRole('option').first().click();
  await page.waitForURL(/region=\d+/);
  expect((await read).status()).toBe(200);
  const sheets = part('Tunggakan menurut jumlah lembar');
  await sheets.getByText('Tabel', { exact: true }).click();
  await sheets.getByRole('table').waitFor();
  await sheets.getByRole('link', { name: 'Buka laporan' }).click();
  await page.waitForURL(/\/admin\/reports\/arrears-by-sheets\?region=\d+/);
  expect(problems).toEqual([]);
});

it('draws a chart of the dashboard when somebody comes near it; on paper the others are their values', async () => {
  const { page, problems } = await signIn({ viewport: PHONE }, 'manajer');
  const undrawn = () => page.locator('main div[role="img"]:not(:has(svg))').count();
  const whole = async () => {
    await page.goto('/admin/dashboard');
    await page.getByRole('region', { name: 'Dua puluh penunggak terbesar' }).getByRole('table').waitFor();
  };
  await whole();
  const pace = page
    .getByRole('region', { name: 'Laju penagihan dibanding bulan lalu' })
    .getByRole('img')
    .first();
  await pace.waitFor();
  expect(await pace.locator('svg').count()).toBe(0);
  await pace.scrollIntoViewIfNeeded();
  await pace.locator('svg').first().waitFor();
  await whole();
  expect(await undrawn()).toBeGreaterThan(0);
  // Looked at while it is laid out for paper, after whoever listens for that.
  await page.evaluate(() => {
    window.addEventListener(
      'beforeprint',
      () => {
        const charts = [...document.querySelectorAll('main div[role="img"]')];
        document.documentElement.dataset.onPaper = JSON.stringify({
          values: charts.filter((chart) => chart.querySelector('table') !== null).length,
          empty: charts.filter((chart) => chart.querySelector('svg, table') === null).length,
        });
      },
      { once: true },
    );
  });
  const before = await undrawn();
  await page.pdf();
  const seen = await page.evaluate(() => document.documentElement.dataset.onPaper ?? '{}');
  const { values, empty } = JSON.parse(seen) as { values: number; empty: number };
  expect(empty).toBe(0);
  // What came near while a panel above it filled is drawn meanwhile.
  expect(values).toBeGreaterThan(0);
  expect(values).toBeLessThanOrEqual(before);
  await eventually(
    () => page.locator('main div[role="img"] table').count(),
    (tables) => tables === 0,
  );
  expect(problems).toEqual([]);
});

/** A number on the page: which panel it stands in, and where it leads. */
interface FigureSeen {
  readonly panel: string;
  readonly text: string;
  readonly href: string | null;
}

/** Every number of a table's body and every tile, but those of nothing. */
const figuresOn = (page: Page): Promise<FigureSeen[]> =>
  page.evaluate(() => {
    // The first names its row, or numbers it.
    const cells = [...document.querySelectorAll('main tbody td:not(:first-child)')].filter(
      (cell) => getComputedStyle(cell).textAlign === 'right',
    );
    const tiles = [...document.querySelectorAll('main [class*="_value_"]')];
    const queues = [...document.querySelectorAll('main li strong')];
    return [...cells, ...tiles, ...queues].flatMap((found) => {
      const text = found.textContent.trim();
      if (!/[1-9]/.test(text)) return [];
      const link = found.closest('a') ?? found.querySelector('a');
      // A tile is told by its words: its figures change while others sell.
      const panel =
        found.closest('section')?.querySelector('h2')?.textContent ??
        found.closest('a')?.textContent.replace(/[\d.,]+/g, '');
      return [{ panel: panel ?? '', text, href: link?.getAttribute('href') ?? null }];
    });
  });

/** A page of its own is turned to until nothing of the one before is there; the same page with other figures is loaded anew. */
async function leadTo(page: Page, address: string): Promise<void> {
  const pageOf = (path: string) => path.split('/').slice(0, 3).join('/');
  const from = new URL(page.url()).pathname;
  if (pageOf(from) === pageOf(new URL(address, page.url()).pathname)) {
    await page.goto(address);
    return;
  }
  await page.evaluate(() => {
    for (const left of document.querySelectorAll('main > *')) left.setAttribute('data-left', '');
  });
  await turnTo(page, address);
  await page.locator('main > [data-left]').first().waitFor({ state: 'detached' });
}

it.each(['manajer', 'admin', 'super', 'kasir', 'it'])(
  'leads %s from every figure of the dashboard to the list of it',
  async (name) => {
    const { page, problems } = await signIn({ viewport: DESKTOP }, name);
    const reads = !['kasir', 'it'].includes(name);
    const lookAgain = async () => {
      await page.goto('/admin/dashboard');
      await page
        .getByRole('region', { name: reads ? 'Dua puluh penunggak terbesar' : 'Penerimaan 30 hari terakhir' })
        .getByRole(reads ? 'table' : 'img')
        .first()
        .waitFor();
      for (const table of await page.getByRole('main').getByText('Tabel', { exact: true }).all())
        await table.click();
      return figuresOn(page);
    };
    const figures = await lookAgain();
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.filter(({ href }) => href === null)).toEqual([]);
    if (name !== 'manajer') return;
    // One of each panel: its list says the same figure. A share has no list of its own.
    const sums = figures.filter(({ text }) => !text.includes('%'));
    const panels = [...new Set(sums.map(({ panel }) => panel))];
    const one = panels.flatMap((of) => {
      const own = sums.filter(({ panel }) => panel === of);
      return own.find(({ text }) => text.startsWith('Rp')) ?? own[0] ?? [];
    });
    expect(one.length).toBeGreaterThan(10);
    for (const { href, text, panel } of one) {
      const says = async (figure: string) => {
        await leadTo(page, href ?? '');
        await answered(page);
        const found = page.getByRole('main').getByText(figure).first();
        return found.waitFor({ timeout: GLANCE_MILLISECONDS }).then(
          () => true,
          () => false,
        );
      };
      const looked = [text];
      while (!(await says(looked.at(-1) ?? ''))) {
        // Other files sell at the same product: then the dashboard says another sum by now, and the list with it.
        const now = (await lookAgain()).find((figure) => figure.panel === panel && figure.href === href);
        if (now === undefined || looked.length === 5)
          throw new Error(`${panel}: ${looked.join(', then ')}, is nowhere on ${href ?? ''}`);
        looked.push(now.text);
      }
    }
    expect(problems).toEqual([]);
  },
);

it('keeps a report under a name that asks for last month, has it come by itself, and lets it go', async () => {
  const { page, problems } = await signIn({ viewport: PHONE });
  await page.goto('/admin/reports/efficiency');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Simpan laporan ini' });
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.getByText('Wajib diisi').waitFor();
  await dialog.getByLabel('Nama').fill('Efisiensi untuk direksi');
  expect(await dialog.getByRole('combobox', { name: 'Dari periode' }).inputValue()).toBe('3 bulan lalu');
  expect(await dialog.getByRole('combobox', { name: 'Sampai periode' }).inputValue()).toBe('Bulan lalu');
  await dialog.getByRole('combobox', { name: 'Dibuat otomatis' }).click();
  await page.getByRole('option', { name: 'Setiap bulan' }).click();
  await dialog.getByRole('combobox', { name: 'Tanggal' }).waitFor();
  await sound(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('“Efisiensi untuk direksi” disimpan.').waitFor();
  await page.goto('/admin/reports');
  await page.getByRole('link', { name: 'Laporan tersimpan' }).click();
  await page.getByText('PDF setiap bulan tanggal 1 mulai pukul 06.00 WITA.').waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'Ubah Efisiensi untuk direksi' }).click();
  const change = page.getByRole('dialog', { name: 'Ubah laporan tersimpan' });
  await change.getByRole('combobox', { name: 'Dibuat otomatis' }).click();
  await page.getByRole('option', { name: 'Setiap hari' }).click();
  await change.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('PDF setiap hari mulai pukul 06.00 WITA.').waitFor();
  await page.getByRole('link', { name: 'Efisiensi untuk direksi' }).click();
  await page.waitForURL(/\/admin\/reports\/efficiency\?from=\d{4}-\d{2}&to=\d{4}-\d{2}/);
  await page.goBack();
  await page.getByRole('button', { name: 'Hapus Efisiensi untuk direksi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus', exact: true }).click();
  await page.getByText('Belum ada laporan tersimpan').waitFor();
  expect(problems).toEqual([]);
});
