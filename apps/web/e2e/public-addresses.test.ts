import { ERROR_CODES, problemType } from '@tirtapay/contracts';
import type { Browser } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { openBrowser, openPage, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { productAccess } from './support/product';

/* Addresses without a log-in: the pages that only tell, the catalogue of errors, and what is not there. */

clicksThrough('/privasi', '/bukti', '/tanya', '/admin/cases');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the page on privacy is one click from the first page, and Back leads there', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privasi' }).click();
  await page.getByRole('heading', { name: 'Privasi', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Privasi', exact: true }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('heading', { name: 'Cek tagihan air' }).waitFor();
  expect(problems).toEqual([]);
});

test('a question is asked without a log-in, refused where it says nothing, and answered by the office', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Kirim pertanyaan ke petugas' }).click();
  await page.getByRole('heading', { name: 'Kirim pertanyaan', level: 1 }).waitFor();
  await page.getByLabel('Nama Anda').fill('Wa Ode Rahmi');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'nomor telepon/WhatsApp' }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'paling sedikit 10 huruf' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByLabel('Nomor WhatsApp, telepon, atau surel').fill('0812-4455-6677');
  await page.getByLabel('Nomor pelanggan (bila ada)').fill('010203000046');
  const question = `Mengapa tagihan saya naik? ${'Tolong dijelaskan. '.repeat(3)}`.trim();
  await page.getByLabel('Pertanyaan', { exact: true }).fill(question);
  await page.getByRole('button', { name: 'Kirim', exact: true }).dblclick();
  await page.getByText('Pertanyaan Anda sudah kami terima').waitFor();
  const code = /[2-9A-Z]{8}$/.exec(await page.getByText(/^Kode pertanyaan Anda/).innerText())?.[0] ?? '';
  expect(await overflow(page)).toBe(0);
  expect(problems).toEqual([]);

  const office = await signIn(browser, 'admin');
  await office.page.goto(`/admin/cases?q=${code}`);
  await office.page.locator('main tbody').getByText('Pertanyaan dari masyarakat').first().click();
  const detail = office.page.getByRole('dialog');
  await detail.getByText(question).first().waitFor();
  const way = await detail.getByRole('link', { name: 'Jawab lewat WhatsApp' }).getAttribute('href');
  expect(way).toContain('https://wa.me/6281244556677?text=');
  await detail.getByRole('link', { name: 'Cari nomor 010203000046' }).waitFor();
  expect(await seriousFindings(office.page)).toEqual([]);
  await detail.getByRole('button', { name: 'Tutup kasus' }).click();
  const dialog = office.page.getByRole('dialog', { name: 'Tutup kasus?' });
  await dialog.getByRole('textbox').fill('Dijawab: pemakaian naik karena kebocoran.');
  await dialog.getByRole('button', { name: 'Tutup kasus' }).click();
  await office.page.getByText('Kasus selesai').first().waitFor();
  expect(office.problems).toEqual([]);
});

test('a phone that kept no receipt is told how to', async () => {
  const { page, problems } = await openPage(browser, { viewport: PHONE });
  await page.goto('/bukti');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(problems).toEqual([]);
});

test.each(['/nothing', '/metrics', '/t', '/wp-login.php', '/admin/nothing'])(
  '%s is not there',
  async (path) => {
    const { url } = productAccess();
    expect((await fetch(`${url}${path}`)).status).toBe(404);
    expect((await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).status).toBe(404);
  },
);

test('a person at an address that is not there reads so', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  const answer = await page.goto('/nothing');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: /tidak (ditemukan|ada)/i }).waitFor();
});

test('the address in a problem document leads to its code', async () => {
  const { page } = await openPage(browser);
  await page.goto(problemType('payment.outcome_unknown'));
  for (const code of ERROR_CODES) expect(await page.locator(`[id="${code}"]`).count()).toBe(1);
  expect(await page.locator(':target').count()).toBe(1);
});
