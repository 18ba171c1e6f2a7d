import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, openPage } from './support/browser';

/* Addresses of lists that somebody wrote by hand, or that an old link still carries. */

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser.close());

it.each([
  ['payments?business_date_from=2026-02-30', 'Pembayaran'],
  ['activity?from=2026-13-45', 'Log aktivitas'],
  ['bills?period=0000-01', 'Tagihan'],
  ['readings?period=2026-00&q=%20', 'Pembacaan'],
])(
  '%s shows the list without the filter nobody can mean',
  async (address) => {
    const { page, problems } = await openPage(browser, { viewport: DESKTOP });
    await page.goto('/admin/');
    await page.getByLabel(/nama pengguna/i).fill('super');
    await page
      .getByLabel(/kata sandi/i)
      .first()
      .fill('TirtaDemo2026!');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
    await page.goto(`/admin/${address}`);
    await page.getByRole('table').waitFor();
    await page.reload();
    await page.getByRole('table').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  },
  60_000,
);
