import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { check, inEveryLook, overflow, seriousFindings, smallTargets } from './public-page';
import { answered } from './support/answered';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { productAccess } from './support/product';
import { clicksThrough } from './support/pages';

clicksThrough('/', '/t/:token');

let browser: Browser;
let number: string;

beforeAll(async () => {
  browser = await openBrowser();
  const [first] = await owingCustomers(1);
  if (first === undefined) throw new Error('the demo data has nobody who owes');
  number = first;
});

afterAll(() => browser.close());

describe('the first screen', () => {
  test.each([PHONE, DESKTOP])('stands where the scripts will draw it ($width px)', async (viewport) => {
    const { url } = productAccess();
    const places = async (javaScriptEnabled: boolean) => {
      const context = await browser.newContext({ viewport, javaScriptEnabled, baseURL: url });
      const page = await context.newPage();
      await page.goto('/');
      if (javaScriptEnabled) await page.getByRole('contentinfo').waitFor();
      const boxes = [];
      for (const part of ['h1', '#nomor', '#nomor-hint', 'input[name=ingat]', 'form button[type=submit]'])
        boxes.push(await page.locator(part).boundingBox());
      await context.close();
      return boxes;
    };
    expect(await places(true)).toEqual(await places(false));
  });

  test('keeps what was typed before the scripts arrived', async () => {
    const { page, problems } = await openPage(browser, { viewport: PHONE });
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator('#nomor').fill(number);
    release();
    await page.getByRole('contentinfo').waitFor();
    expect(await page.locator('#nomor').inputValue()).toBe(number);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('nomor');
    expect(problems).toEqual([]);
  });

  test('sent before the scripts ran, it leads to the bill, and Back does not send it again', async () => {
    const { page } = await openPage(browser, { viewport: PHONE });
    await page.goto(`/?nomor=${number}`);
    await page.waitForURL('**/t/*');
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/public/inquiries')) asked += 1;
    });
    await page.goBack();
    await page.getByRole('heading', { name: 'Cek tagihan air' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(asked).toBe(0);
  });
});

test('a mistyped digit is caught without asking the server', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/public/inquiries')) asked += 1;
  });
  const wrong = number.slice(0, 11) + String((Number(number.at(-1)) + 1) % 10);
  await check(page, wrong);
  await page.getByText('Ada angka yang keliru').waitFor();
  expect(asked).toBe(0);
});

test('a number pasted with spaces and dashes is understood', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await check(page, `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`);
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
});

test('an unknown number says so in plain words, with code and request number', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await check(page, '999999999991');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const words = await alert.innerText();
  expect(words).toContain('Nomor pelanggan tidak ditemukan');
  expect(words).toContain('customer.not_found');
  expect(words).toMatch(/No\. permintaan: \S{8,}/);
  expect(await seriousFindings(page)).toEqual([]);
});

test('numbers stay on the phone only by consent, and can be removed', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await check(page, number);
  await page.waitForURL('**/t/*');
  expect(await page.evaluate(() => localStorage.getItem('tirtapay.numbers'))).toBeNull();
  await page.goto('/');
  await page.getByLabel('Ingat nomor ini di HP ini').check();
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(number);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/t/*');
  await page.goto('/');
  await page.getByRole('button', { name: `Hapus ${number} dari HP ini` }).click();
  expect(await page.evaluate(() => localStorage.getItem('tirtapay.numbers'))).toBeNull();
});

test('without a connection it says so at once', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto('/');
  await page.getByRole('contentinfo').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(number);
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  await page.getByText('Server tidak terjangkau').waitFor();
});

describe('on both widths, in both colours', () => {
  // One visitor goes from page to page: what all pages share is fetched once.
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    ({ page, problems } = await openPage(browser, { viewport: PHONE, scheme: 'dark' }));
  });
  afterAll(() => page.context().close());

  test.each(['/', '/tarif', '/tanya', '/privasi', '/bukti', '/v/none', '/nowhere'])(
    '%s has no serious finding, no sideways scroll, no small target',
    async (path) => {
      await page.goto(path);
      await page.getByRole('contentinfo').waitFor();
      await answered(page);
      await inEveryLook(page, async (look) => {
        expect([look, await seriousFindings(page)]).toEqual([look, []]);
        expect([look, await overflow(page)]).toEqual([look, 0]);
        expect([look, await smallTargets(page)]).toEqual([look, []]);
      });
      expect(problems.splice(0)).toEqual([]);
    },
  );
});

test.each(['/', '/tarif'])('%s reflows at 320 px', async (path) => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 600 } });
  await page.goto(path);
  await page.getByRole('contentinfo').waitFor();
  expect(await overflow(page)).toBe(0);
});

test('English is fetched only when asked for, and stays', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto('/');
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('heading', { name: 'Check your water bill' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.reload();
  await page.getByRole('heading', { name: 'Check your water bill' }).waitFor();
});
