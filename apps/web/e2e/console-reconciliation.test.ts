import { addDays, businessDate } from '@tirtapay/domain';
import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { productAccess } from './support/product';

clicksThrough(
  '/admin/reconciliation',
  '/admin/reconciliation/upload',
  '/admin/reconciliation/days',
  '/admin/reconciliation/days/:id',
  '/admin/reconciliation/items',
  '/admin/reconciliation/items/:id',
  '/admin/reconciliation/files',
);

/* A bank's day from its file to the request about a difference: a wrong file is told by its line, a right one is stored. */

let browser: Browser;
let page: Page;
let problems: string[];
/** A day of the bank that is over. */
let day: string;

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
  const info = await fetch(`${productAccess().url}/api/v1/public/info`);
  const { business_date: today } = (await info.json()) as { business_date: string };
  day = addDays(businessDate(today), -1);
}, 60_000);
afterAll(() => browser.close());

/** Two payments nobody here has heard of. */
function bankFile(count: number): string {
  const date = day.replaceAll('-', '');
  return [
    'tgl_transaksi;jam;no_referensi_bank;payment_request_id;no_pelanggan;periode;jml_lembar;nominal;admin;total;kanal;status',
    `${date};100000;E2E-1;;;202511;1;70000;0;70000;6010;00`,
    `${date};100500;E2E-2;;;202511;1;50000;0;50000;6010;00`,
    `T;${String(count)};120000;0;120000`,
    '',
  ].join('\n');
}

async function choose(name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
}

async function looksRight(): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
}

it('a bank is begun with, and a wrong file is told by its line', async () => {
  await page.goto('/admin/reconciliation');
  await page.getByRole('button', { name: 'Mulai rekonsiliasi Bank Kedua' }).click();
  await page.getByLabel('Sejak').fill(day);
  // The day of the test may be any day of the week.
  await page.getByLabel('Bank menyelesaikan pada hari Sabtu').check();
  await page.getByLabel('Bank menyelesaikan pada hari Minggu').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Rekonsiliasi Bank Kedua dimulai.').waitFor();
  await looksRight();
  await page.getByRole('link', { name: 'Unggah berkas bank' }).first().click();
  await page.getByRole('combobox', { name: 'Bank' }).click();
  await page.getByRole('option', { name: 'Bank Kedua' }).click();
  await choose('salah.csv', bankFile(3));
  await page.getByText('Jumlah baris tidak sama dengan baris penutup.').waitFor();
  expect(await page.getByRole('button', { name: 'Simpan dan cocokkan' }).count()).toBe(0);
});

it('a right file is stored, its differences stand on the board, and one is asked about', async () => {
  await choose('benar.csv', bankFile(2));
  await page.getByText('Semua jumlah cocok').waitFor();
  await looksRight();
  await page.getByLabel('Hari bank yang diselesaikan').fill(day);
  await page.getByRole('button', { name: 'Simpan dan cocokkan' }).click();
  await page.waitForURL(/\/reconciliation\/days\/\d+$/);
  await page.getByText(/\d+ baris menunggu keputusan/).waitFor();
  await looksRight();
  await page.getByRole('link', { name: 'Ada di bank, tidak ada di sini' }).click();
  await page.waitForURL(/\/reconciliation\/items\?/);
  await page.locator('main tbody').getByText('E2E-1').click();
  await page.waitForURL(/\/reconciliation\/items\/\d+/);
  await page.getByText('Isi berkas apa adanya').waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  await page.getByRole('combobox', { name: 'Tindakan' }).click();
  await page.getByRole('option', { name: 'Tampung, belum teridentifikasi' }).click();
  await page.getByRole('button', { name: 'Minta persetujuan' }).click();
  await page.getByLabel('Alasan').fill('Pembayar belum dikenal, ditanyakan ke bank');
  await page.getByRole('button', { name: 'Minta persetujuan' }).click();
  await page.getByText('Permintaan menunggu orang kedua.').waitFor();
});

it('days and files are listed', async () => {
  await page.goto('/admin/reconciliation/days');
  await page.getByRole('link', { name: /\d{4}/ }).first().waitFor();
  await page.goto('/admin/reconciliation/files');
  await page.getByText('benar.csv').first().waitFor();
  expect(problems).toEqual([]);
});
