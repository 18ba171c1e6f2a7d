import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { productAccess, runCommand } from './support/product';
import { clicksThrough } from './support/pages';

clicksThrough(
  '/v/:code',
  '/admin',
  '/admin/dashboard',
  '/admin/customers/new',
  '/admin/readings/new',
  '/admin/verification',
  '/admin/bill-runs/new',
  '/admin/bill-runs/:id',
  '/admin/payments',
);

/*
 * A cubic metre of water becomes a paid, receipted, booked bill: a new customer, a reading of 25 m³ on HALSEL-RT1,
 * verified, issued, found by its number, paid by the sandbox bank, and shown as paid with a receipt that verifies.
 */

let browser: Browser;
let staff: Page;
let problems: string[];
const NAME = 'Wa Ode Melati Spinewati';
let customerNumber = '';
let receiptUrl = '';

beforeAll(async () => {
  browser = await openBrowser();
  const opened = await openPage(browser, { viewport: DESKTOP });
  staff = opened.page;
  problems = opened.problems;
});

afterAll(async () => {
  await browser.close();
});

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

it('logs an administrator in', async () => {
  await staff.goto('/admin/');
  await staff.getByLabel(/nama pengguna/i).fill('admin');
  await staff
    .getByLabel(/kata sandi/i)
    .first()
    .fill('TirtaDemo2026!');
  await staff.keyboard.press('Enter');
  await staff.getByRole('heading', { name: 'Dasbor' }).waitFor();
});

it('registers a customer and activates the service', async () => {
  await staff.goto('/admin/customers/new');
  await staff.getByLabel(/nama lengkap/i).fill(NAME);
  await staff.getByLabel(/alamat sambungan/i).fill('Jl. Mawar No. 7, Kel. Mandonga');
  await choose(staff, 'Wilayah', /Kendari/);
  await choose(staff, 'Rute baca', /.+/);
  await choose(staff, 'Golongan tarif', /HALSEL-RT1/);
  await staff.getByLabel(/no\. seri/i).fill(`E2E-${String(Date.now())}`);
  await staff.getByRole('button', { name: 'Simpan pelanggan' }).click();
  await staff.getByRole('heading', { name: NAME }).waitFor();
  customerNumber =
    /\b\d{12}\b/.exec((await staff.locator('main').innerText()).replaceAll(' ', ''))?.[0] ?? '';
  expect(customerNumber).toMatch(/^\d{12}$/);
  await staff.getByRole('button', { name: 'Aktifkan' }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Sambungan selesai dipasang');
  await dialog.getByRole('button', { name: /aktifkan/i }).click();
  await dialog.waitFor({ state: 'hidden' });
  await staff.locator('main').getByText('Aktif', { exact: true }).first().waitFor();
});

it('previews and records a reading of 25 m³ as Rp70.000', async () => {
  await staff.goto('/admin/readings/new');
  await staff.getByLabel('Nomor pelanggan').fill(customerNumber);
  await staff.getByRole('button', { name: 'Cari', exact: true }).click();
  await staff.getByLabel(/stan kini/i).fill('25');
  await staff.getByText('Rp70.000').first().waitFor();
  await staff.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await staff
    .getByText(new RegExp(`${NAME}.*25 m³`))
    .first()
    .waitFor();
});

it('verifies the normal readings of the month in one click', async () => {
  await staff.goto('/admin/verification');
  await staff.getByRole('button', { name: 'Verifikasi sekaligus' }).click();
  await staff
    .getByRole('dialog')
    .getByRole('button', { name: /^Verifikasi [\d.]+ catatan$/ })
    .click();
  await staff.getByText(/catatan diverifikasi/).waitFor();
});

it('issues the bills of the area with a preview and progress', async () => {
  await staff.goto('/admin/bill-runs/new');
  await choose(staff, 'Golongan tarif', /HALSEL-RT1/);
  await staff.getByRole('button', { name: 'Periksa dahulu' }).click();
  await staff.getByRole('button', { name: /^Tetapkan [\d.]+ rekening/ }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Ya, tetapkan' }).click();
  await staff.getByRole('heading', { name: /^Penetapan/ }).waitFor();
  await staff.getByText('Selesai').first().waitFor();
});

it('is found on the public page by its number, with stands and blocks explained', async () => {
  const { page, problems: seen } = await openPage(browser, { viewport: PHONE });
  await page.goto('/');
  await page
    .getByLabel(/nomor pelanggan/i)
    .first()
    .fill(customerNumber.replace(/(\d{4})/g, '$1 '));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\//);
  await page.getByText('Rp70.000').first().waitFor();
  const text = await page.locator('body').innerText();
  expect(text).toContain('25 m³');
  expect(text).not.toContain('Spinewati');
  expect(seen).toEqual([]);
});

it('is paid by the sandbox bank, signed and receipted', async () => {
  const paid = await runCommand('bank', ['pay', customerNumber]);
  expect(paid.output).toContain('Rp72.500');
  expect(paid.code).toBe(0);
  receiptUrl = /https?:\/\/\S+\/bukti\/[A-Za-z0-9_-]+/.exec(paid.output)?.[0] ?? '';
  expect(receiptUrl).not.toBe('');
  const again = await runCommand('bank', ['inquire', customerNumber]);
  expect(again.code).toBe(1);
});

it('shows "Lunas" to the customer and the payment to staff', async () => {
  const { page } = await openPage(browser, { viewport: PHONE, scheme: 'dark' });
  await page.goto('/');
  await page
    .getByLabel(/nomor pelanggan/i)
    .first()
    .fill(customerNumber);
  await page.keyboard.press('Enter');
  await page.getByText(/lunas/i).first().waitFor();
  await staff.goto(`/admin/payments?q=${customerNumber}`);
  await staff.getByText(NAME).first().waitFor();
});

it('gives a receipt with the amount in words and a code that verifies', async () => {
  const { url } = productAccess();
  const path = new URL(receiptUrl).pathname;
  const { page, problems: seen } = await openPage(browser, { viewport: PHONE });
  await page.goto(path);
  await page.getByText(/tujuh puluh dua ribu lima ratus rupiah/i).waitFor();
  const pdf = await fetch(`${url}/api/v1/public/receipts/${path.split('/').at(-1) ?? ''}/pdf`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  await page.goto(path.replace('/bukti/', '/v/'));
  await page
    .getByText(/asli|sah|terverifikasi/i)
    .first()
    .waitFor();
  await page.getByText('Rp72.500').first().waitFor();
  expect(seen).toEqual([]);
});

it('asked no other origin and raised no error on the way', () => {
  expect(problems).toEqual([]);
});
