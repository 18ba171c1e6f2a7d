import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { check, inEveryLook, overflow, seriousFindings, smallTargets } from './public-page';
import { openBrowser, openPage, PHONE } from './support/browser';
import { productAccess, ROOT } from './support/product';
import { clicksThrough } from './support/pages';

clicksThrough('/t/:token/riwayat');

let browser: Browser;
/** A customer for reading and one whose history is locked by a test. */
let number: string;
let locked: string;
let digits: string;

const STAFF = { username: 'super', password: 'TirtaDemo2026!' };

async function staffToken(): Promise<string> {
  const logIn = await fetch(`${productAccess().url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(STAFF),
  });
  return ((await logIn.json()) as { access_token: string }).access_token;
}

async function staffList<Row>(path: string): Promise<Row[]> {
  const answer = await fetch(`${productAccess().url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${await staffToken()}` },
  });
  return ((await answer.json()) as { data: Row[] }).data;
}

/** The last four digits of the customer's meter number, as staff see it. */
async function meterDigits(of: string): Promise<string> {
  const [customer] = await staffList<{ meter: { serial: string } }>(`/customers?q=${of}`);
  return customer?.meter.serial.replace(/\D/g, '').slice(-4) ?? '';
}

/** A photo for the reading behind the newest bill of the customer, sent as the reader's phone does. */
async function photograph(of: string, photo: Buffer): Promise<void> {
  const [bill] = await staffList<{ period: string }>(`/bills?q=${of}&state=ISSUED&sort=-period`);
  const [reading] = await staffList<{ id: number }>(`/meter-readings?q=${of}&period=${bill?.period ?? ''}`);
  const answer = await fetch(`${productAccess().url}/api/v1/meter-readings/${String(reading?.id)}/photo`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await staffToken()}`, 'content-type': 'image/png' },
    body: new Uint8Array(photo),
  });
  expect(answer.status).toBe(200);
}

beforeAll(async () => {
  browser = await openBrowser();
  const owing = await owingCustomers(2);
  [number = '', locked = ''] = [owing.at(-1), owing.at(-2)];
  digits = await meterDigits(number);
  expect(digits).toMatch(/^\d{4}$/);
});

afterAll(() => browser.close());

const field = (page: Page) => page.getByRole('textbox', { name: '4 angka terakhir nomor meter' });

async function openForm(page: Page, of: string): Promise<void> {
  await check(page, of);
  await page.getByRole('link', { name: 'Riwayat pemakaian dan pembayaran' }).click();
  await field(page).waitFor();
}

async function openHistory(page: Page): Promise<void> {
  await openForm(page, number);
  await field(page).fill(digits);
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: /^Tagihan sejak/ }).waitFor();
}

test('question and history are sound on both widths, in both colours', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE, scheme: 'dark' });
  const sound = () =>
    inEveryLook(page, async (look) => {
      expect([look, await seriousFindings(page)]).toEqual([look, []]);
      expect([look, await overflow(page)]).toEqual([look, 0]);
      expect([look, await smallTargets(page)]).toEqual([look, []]);
    });
  await openForm(page, number);
  await sound();
  await field(page).fill(digits);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pemakaian air' }).waitFor();
  await sound();
  expect(problems).toEqual([]);
});

test('is opened by keyboard, shows months, and leads to a receipt and back without asking again', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await openHistory(page);
  const rows = page.getByRole('table', { name: /^Tagihan sejak/ }).getByRole('row');
  expect(await rows.count()).toBeGreaterThan(3);
  await page.getByRole('radio', { name: '12 bulan' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('radio', { name: '24 bulan' }).isChecked()).toBe(true);
  const receipt = page.getByRole('link', { name: /^Lihat bukti/ }).first();
  await receipt.waitFor();
  await receipt.click();
  await page.waitForURL('**/bukti/*');
  await page.goBack();
  await page.getByRole('heading', { name: 'Pemakaian air' }).waitFor();
  expect(page.url()).not.toContain(digits);
});

test('is closed by hand, and by leaving the page', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await openHistory(page);
  await page.getByRole('button', { name: 'Tutup riwayat' }).click();
  await field(page).waitFor();
  expect(await page.getByRole('heading', { name: 'Pemakaian air' }).count()).toBe(0);
  await field(page).fill(digits);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pemakaian air' }).waitFor();
  await page.reload();
  await field(page).waitFor();
  expect(
    await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()),
  ).not.toMatch(/history|riwayat/i);
});

test('takes the digits with the letters of the plate, and says when one is missing without asking the server', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/history-access')) asked += 1;
  });
  await openForm(page, number);
  await field(page).fill(digits.slice(1));
  await page.keyboard.press('Enter');
  await page.getByText('Isi tepat 4 angka.').waitFor();
  expect(asked).toBe(0);
  await field(page).fill(`AP${digits}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pemakaian air' }).waitFor();
});

test('wrong digits are said beside the field; after five the page says how long to wait, and paying still works', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await openForm(page, locked);
  const wrong = (await meterDigits(locked)) === '0000' ? '1111' : '0000';
  const send = page.getByRole('button', { name: 'Buka riwayat' });
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await field(page).fill(wrong);
    const answered = page.waitForResponse('**/history-access');
    await send.click();
    await answered;
    await page.getByText('Angkanya tidak cocok dengan nomor meter.').waitFor();
  }
  expect(await seriousFindings(page)).toEqual([]);
  await field(page).fill(wrong);
  await send.click();
  const alert = page.getByRole('alert');
  await alert.getByText('Riwayat dikunci sementara').waitFor();
  expect(await alert.innerText()).toContain('public.second_factor_locked');
  await page.getByRole('button', { name: /^Coba lagi dalam \d+ menit/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('link', { name: 'Rincian tagihan' }).click();
  await page.getByRole('link', { name: 'Pilih cara bayar' }).click();
  await page.getByRole('heading', { name: 'Pilih cara bayar' }).waitFor();
});

test('shows the photo of the meter where there is one', async () => {
  const picture = readFileSync(join(ROOT, 'apps', 'web', 'public', 'icon-512.png'));
  await photograph(number, picture);
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await openHistory(page);
  const show = page.getByRole('button', { name: /^Foto meter/ });
  expect(await show.count()).toBe(1);
  await show.click();
  const photo = page.getByRole('img', { name: /^Foto meter/ });
  await photo.waitFor();
  await page.waitForFunction(() => [...document.images].every((image) => image.naturalWidth === 512));
  expect(await overflow(page)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Tutup foto/ }).click();
  expect(await photo.count()).toBe(0);
  expect(problems).toEqual([]);
});

test('speaks English', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await openHistory(page);
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('heading', { name: 'Usage and payment history' }).waitFor();
  await page.getByRole('table', { name: /^Bills since/ }).waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/Pemakaian|Tagihan|Pembayaran/);
});

test('the history travels only to those who open it', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request.url());
  });
  await page.goto('/');
  await page.getByRole('contentinfo').waitFor();
  // That nothing more comes is what this is about.
  // eslint-disable-next-line no-restricted-syntax
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => url.includes('history'))).toEqual([]);
  await openHistory(page);
  expect(scripts.some((url) => url.includes('history-page'))).toBe(true);
});
