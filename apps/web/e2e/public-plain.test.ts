import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { overflow, smallTargets } from './public-page';
import { DESKTOP, openBrowser, openPage, PHONE, type Look } from './support/browser';

/* The first form works without scripts: it leads to a page of the server. */

let browser: Browser;
let number: string;

beforeAll(async () => {
  browser = await openBrowser();
  [number = ''] = await owingCustomers(2);
});
afterAll(() => browser.close());

async function visitor(look: Look): Promise<Page> {
  const { page } = await openPage(browser, { viewport: PHONE, ...look });
  await page.goto('/');
  return page;
}

async function send(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(typed);
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
}

async function seesTheBills(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Tagihan yang belum dibayar' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/tagihan');
  expect(new URL(page.url()).search).toBe('');
  const words = await page.locator('main').innerText();
  expect(words).toContain(number.replaceAll(/(\d{4})(?=\d)/g, '$1 '));
  expect(words).toMatch(/Total\s+Rp[\d.]+/);
  expect(words).toMatch(/\d+ \w+ 20\d\d/);
  expect(words).toContain('sebutkan nomor pelanggan');
  expect(words).toContain(
    'Virtual Account dan QRIS hanya dapat dibuat di peramban yang menjalankan JavaScript',
  );
}

test.each([PHONE, DESKTOP])('without scripts, $width px: from the form to the bills', async (viewport) => {
  const page = await visitor({ javaScriptEnabled: false, viewport });
  await send(page, `${number.slice(0, 4)} ${number.slice(4)}`);
  await seesTheBills(page);
  expect(await overflow(page)).toBe(0);
  expect(await smallTargets(page)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Unpaid bills' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('link', { name: 'Check another number' }).click();
  await page.waitForURL((url) => url.pathname === '/');
});

test('without scripts a wrong number is told, and can be mended', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  await send(page, '1234');
  await page.getByText('Nomor pelanggan terdiri dari 12 angka.').waitFor();
  expect(await page.getByLabel('Nomor pelanggan').inputValue()).toBe('1234');
  await send(page, number.slice(0, 11) + String((Number(number.at(-1)) + 1) % 10));
  await page.getByText('Ada angka yang keliru atau tertukar.').waitFor();
  await send(page, '999999999991');
  await page.getByText('Nomor pelanggan tidak ditemukan.').waitFor();
  await page.getByText('customer.not_found').waitFor();
  await send(page, number);
  await seesTheBills(page);
});

test('when the program did not arrive, the form still shows the bills', async () => {
  const page = await visitor({});
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await page.getByText('Tagihan tetap dapat dicek').waitFor();
  await send(page, '999999999991');
  await page.getByText('Nomor pelanggan tidak ditemukan.').waitFor();
  await send(page, number);
  await seesTheBills(page);
});

test('the link of that page opens the whole one where scripts run', async () => {
  const page = await visitor({});
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await send(page, number);
  await seesTheBills(page);
  await page.unroute('**/assets/*.js');
  await page.getByRole('link', { name: 'Buka halaman lengkap' }).click();
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
});

test('when scripts run, the program answers and the form goes nowhere', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  let sent = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/tagihan') sent += 1;
  });
  await page.goto('/');
  await page.getByRole('contentinfo').waitFor();
  await send(page, number);
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
  expect(sent).toBe(0);
  expect(problems).toEqual([]);
});
