import { ERROR_CODES, problemType } from '@tirtapay/contracts';
import type { Browser } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { openBrowser, openPage, PHONE } from './support/browser';
import { clicksThrough } from './support/pages';
import { productAccess } from './support/product';

/* Addresses without a log-in: the pages that only tell, the catalogue of errors, and what is not there. */

clicksThrough('/privasi', '/bukti');

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
