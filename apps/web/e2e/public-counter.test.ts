import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { check, overflow, seriousFindings, smallTargets } from './public-page';
import { openBrowser, openPage, PHONE } from './support/browser';
import { runCommand } from './support/product';
import { clicksThrough } from './support/pages';

clicksThrough('/t/:token/loket/:bank', '/bukti/:token');

let browser: Browser;
let number: string;

beforeAll(async () => {
  browser = await openBrowser();
  // The last ones, because the tests of the first page take the first.
  const owing = await owingCustomers(2);
  const last = owing.at(-1);
  if (last === undefined) throw new Error('the demo data has nobody with two open bills');
  number = last;
});

afterAll(() => browser.close());

const amountOf = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));
const sound = async (page: Page) => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(await smallTargets(page)).toEqual([]);
};

test('the bill explains itself and is paid from the oldest month on', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await check(page, number);
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
  const boxes = page.getByRole('checkbox');
  const open = await boxes.count();
  expect(open).toBeGreaterThanOrEqual(2);
  expect(await boxes.first().isDisabled()).toBe(true);
  await boxes.nth(1).uncheck();
  await page.waitForURL('**/t/*?lembar=1');
  for (let index = 1; index < open; index += 1) expect(await boxes.nth(index).isChecked()).toBe(false);
  await page.getByText('Lihat perhitungan').first().click();
  await page.getByRole('table').first().waitFor();
  await sound(page);

  await page.getByRole('link', { name: 'Pilih cara bayar' }).click();
  await page.getByRole('heading', { name: 'Pilih cara bayar', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Loket bank' }).waitFor();
  await sound(page);
  await page.goBack();
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
  expect(await boxes.nth(1).isChecked()).toBe(false);
  expect(problems).toEqual([]);
});

test('by keyboard from number to counter; the pay code is copied as digits only', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('contentinfo').waitFor();
  await page.locator('#nomor').focus();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Pilih cara bayar' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('a[href*="/loket/"]').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kode bayar', exact: true }).waitFor();
  const counters = page.getByRole('region', { name: 'Loket terdekat' });
  await counters.getByRole('listitem').first().waitFor();
  expect(await counters.getByRole('listitem').count()).toBeLessThanOrEqual(10);
  const nearest = await counters.getByRole('listitem').first().innerText();
  expect(nearest).toContain('Di wilayah Anda');
  expect(nearest).toMatch(/Senin.+08\.00–15\.00/);
  expect(await counters.innerText()).toContain('Bank Sultra');
  await page.getByRole('button', { name: /Salin Kode bayar/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Tersalin', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number);
  await sound(page);
  expect(problems).toEqual([]);
});

test('without a clipboard the number is selected, digits only', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await check(page, number);
  await page.getByRole('link', { name: 'Pilih cara bayar' }).click();
  await page.locator('a[href*="/loket/"]').first().click();
  await page.getByRole('button', { name: /Salin Kode bayar/ }).click();
  await page.getByText('Nomor sudah disorot').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(number);
});

test('paid at the counter, the bill is gone and the receipt proves itself', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await check(page, number);
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
  const due = amountOf(await page.locator('section[aria-labelledby=ringkasan] p strong').textContent());

  const paid = await runCommand('bank', ['pay', number]);
  expect(paid.code).toBe(0);
  const receipt = /\/bukti\/[\w-]+/.exec(paid.output)?.[0];
  if (receipt === undefined) throw new Error(`no receipt in the answer of the bank:\n${paid.output}`);

  await page.reload();
  await page.getByRole('heading', { name: 'Tidak ada tagihan yang harus dibayar' }).waitFor();
  await sound(page);

  // What was kept open beside it asks nobody to pay a fee for nothing.
  await page.goto(`${page.url()}/loket/SULTRA`);
  await page.getByText('Tidak ada lagi tagihan yang harus dibayar.').waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('Rp');

  await page.goto(receipt);
  const paper = page.getByRole('article');
  await paper.waitFor();
  const words = await paper.innerText();
  for (const label of ['Nama Pelanggan', 'No. Pelanggan', 'Periode Tagihan', 'Tagihan Pokok', 'Biaya Admin'])
    expect(words).toContain(label);
  expect(words).toMatch(/Terbilang: .+ rupiah/);
  const total = amountOf(await paper.locator('[data-sum] dd').textContent());
  expect(total).toBeGreaterThan(due);
  await page.getByRole('img', { name: /Kode QR/ }).waitFor();
  await sound(page);
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: 'Unduh PDF' }).getAttribute('href')) ?? '',
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('link', { name: 'Periksa keaslian' }).click();
  await page.getByRole('heading', { name: 'Bukti ini asli' }).waitFor();
  await sound(page);
  expect(problems).toEqual([]);
});

test('a receipt kept on the phone opens without a connection', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  const [other] = (await owingCustomers(2)).slice(-2);
  const paid = await runCommand('bank', ['pay', other ?? '']);
  const receipt = /\/bukti\/[\w-]+/.exec(paid.output)?.[0] ?? '';
  await page.goto(receipt);
  await page.getByRole('button', { name: 'Simpan di HP ini' }).click();
  await page.getByText('Tersimpan.').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.goto('/bukti');
  await page.locator(`a[href="${receipt}"]`).click();
  await page.getByRole('article').waitFor();
  await page.reload();
  await page.getByRole('article').waitFor();
});
