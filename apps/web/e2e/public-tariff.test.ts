import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { clicksThrough } from './support/pages';

clicksThrough('/tarif');

/* What would a month cost? Asked right, asked wrong, and with the server out of reach. */

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const usage = (page: Page) => page.getByLabel('Pemakaian sebulan (m³)');
const calculate = (page: Page) => page.getByRole('button', { name: 'Hitung' }).click();

test.each([PHONE, DESKTOP])('prices 25 m³ of HALSEL-RT1 by its decree ($width px)', async (viewport) => {
  const { page, problems } = await openPage(browser, { viewport });
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Simulasi tarif' }).click();
  await page.getByLabel('Golongan tarif').selectOption('HALSEL-RT1');
  await usage(page).fill('25');
  await calculate(page);
  await page.getByRole('heading', { name: 'Perkiraan untuk 25 m³' }).waitFor();
  await page.getByText('Rp70.000').first().waitFor();
  await page.getByText(/Dasar hukum: .+, berlaku sejak \S+ \d{4}\./).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('heading', { name: 'Cek tagihan air' }).waitFor();
  await page.goForward();
  await usage(page).waitFor();
  expect(problems).toEqual([]);
});

test('reads what the bill itself prints, and refuses the rest in words', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await page.goto('/tarif');
  await usage(page).fill('2.654 m³');
  await calculate(page);
  await page.getByRole('heading', { name: 'Perkiraan untuk 2.654 m³' }).waitFor();
  for (const [text, words] of [
    ['', /angka bulat dari 0 sampai 99\.999/],
    ['12,5', /Koma tidak dipakai/],
    ['12,500', /Koma tidak dipakai/],
    ['-5.000', /tidak boleh negatif/],
    ['2.65', /Titik hanya untuk ribuan/],
    ['1e3', /angka bulat saja/],
    ['<b>25</b>', /angka bulat saja/],
    ['100000', /angka bulat dari 0 sampai 99\.999/],
  ] as const) {
    await usage(page).fill(text);
    await calculate(page);
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    expect(await usage(page).inputValue()).toBe(text);
    expect(await page.getByText(/^Perkiraan untuk/).count()).toBe(0);
  }
  await usage(page).fill('10');
  await calculate(page);
  await page.getByRole('heading', { name: 'Perkiraan untuk 10 m³' }).waitFor();
  expect(problems).toEqual([]);
});

test('says so when the server cannot be reached, and calculates once it can', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto('/tarif');
  await usage(page).fill('25');
  await page.route('**/api/v1/public/tariff-quote', (route) => route.abort());
  await calculate(page);
  await page.getByRole('alert').getByText('OFFLINE').waitFor();
  await page.unroute('**/api/v1/public/tariff-quote');
  await calculate(page);
  await page.getByRole('heading', { name: 'Perkiraan untuk 25 m³' }).waitFor();
});

test('an answer the page cannot show is called a fault of the page, not of the connection', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto('/tarif');
  await usage(page).fill('25');
  await page.route('**/api/v1/public/tariff-quote', (route) =>
    route.fulfill({ json: { usage_m3: 25, lines: [], total: 0, tariff_version: { valid_from: 'soon' } } }),
  );
  await calculate(page);
  await page.getByRole('heading', { name: 'Halaman belum dapat ditampilkan' }).waitFor();
  await page.getByText('bukan pada sambungan Anda').waitFor();
  await page.getByText('not a period').waitFor();
  await page.unroute('**/api/v1/public/tariff-quote');
  await page.getByRole('link', { name: 'Muat ulang halaman' }).click();
  await usage(page).waitFor();
});
