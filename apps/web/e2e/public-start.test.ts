import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE } from './support/browser';
import { productAccess } from './support/product';

/* A phone on which the program of the page does not start is told so within seconds, whatever the reason. */

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function visitor(): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, baseURL: productAccess().url });
  return context.newPage();
}

const hint = (page: Page) => page.getByText('Halaman ini belum dapat bekerja.');

test('a download that broke is known at once', async () => {
  const page = await visitor();
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/');
  await hint(page).waitFor();
  await page.getByText('loket bank', { exact: false }).first().waitFor();
});

test('a program this browser cannot read is known at once', async () => {
  const page = await visitor();
  await page.route('**/assets/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'let 1 = new syntax;' }),
  );
  await page.goto('/');
  await hint(page).waitFor();
});

test('a download that never ends is known after a few seconds, what was typed stays, and the program takes over when it comes', async () => {
  const page = await visitor();
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('#nomor').fill('0101 0100 0015');
  await hint(page).waitFor();
  expect(await page.locator('#nomor').inputValue()).toBe('0101 0100 0015');
  // It was only slow: the program takes over, and the hint is gone.
  release();
  await page.getByRole('contentinfo').waitFor();
  await hint(page).waitFor({ state: 'detached' });
});

test('a page inside, whose program did not come, is not left white', async () => {
  const page = await visitor();
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/tarif');
  await hint(page).waitFor();
});

test('a page whose program runs does not show it', async () => {
  const page = await visitor();
  await page.goto('/');
  await page.getByRole('contentinfo').waitFor();
  await page.locator('#terlambat').waitFor({ state: 'detached' });
});
