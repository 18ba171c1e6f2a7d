import type { Browser, Page } from 'playwright-core';
import {
  breakBank,
  debtors,
  expire,
  inDatabase,
  checkoutOf,
  openCode,
  paidOnPage,
  payAtBank,
  payer,
  sound,
  tokenOf,
} from './public-checkout';
import { answered } from './support/answered';
import { DESKTOP, openBrowser, PHONE } from './support/browser';

let browser: Browser;
let numbers: string[];
const next = (): string => numbers.pop() ?? '';

beforeAll(async () => {
  browser = await openBrowser();
  numbers = await debtors('status', 6);
});

afterAll(() => browser.close());

const account = async (page: Page): Promise<string> => (await checkoutOf(page)).va_number ?? '';
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

/** Both widths, both colours, in turn: axe is slow and the pages are the same otherwise. */
async function soundEverywhere(page: Page): Promise<void> {
  for (const [viewport, colorScheme] of [
    [PHONE, 'dark'],
    [DESKTOP, 'light'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await sound(page);
  }
}

test('without the server push the page asks by itself, and not while nobody looks', async () => {
  const { page } = await payer(browser, { viewport: PHONE });
  await page.clock.install();
  await page.clock.resume();
  let asked = 0;
  await page.route('**/events', (route) => route.abort());
  page.on('request', (request) => {
    if (/\/public\/intents\/[\w-]+$/.test(request.url())) asked += 1;
  });
  await openCode(page, next(), 'VA');
  const look = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      Object.defineProperty(document, 'visibilityState', {
        value: value ? 'hidden' : 'visible',
        configurable: true,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await look(true);
  // What was under way when the page was laid aside may still arrive.
  await answered(page);
  asked = 0;
  await page.clock.runFor(60_000);
  expect(asked).toBe(0);
  await look(false);
  const number = await account(page);
  await paidOnPage(page, () => payAtBank({ number }), 'VA, polling only');
  expect(asked).toBeGreaterThan(0);
});

test('"I have paid" asks the bank again: silence is not called "not paid", and lost news are found', async () => {
  const { page, problems } = await payer(browser, { viewport: PHONE });
  await openCode(page, next(), 'VA');
  const number = await account(page);
  const button = page.getByRole('button', { name: 'Saya sudah bayar' });
  await breakBank('error-500', ['30'], number);
  await button.click();
  await page.getByText('Bank belum menjawab').waitFor();
  await sound(page);
  await payAtBank({ number, scenario: 'silent' });
  expect(await heading(page, 'Bayar tagihan').isVisible()).toBe(true);
  await button.click();
  await heading(page, 'Lunas').waitFor();
  expect(problems.filter((problem) => !problem.includes('503'))).toEqual([]);
});

test('runs out by itself on a page that has lost its connection, and never offers to pay again', async () => {
  const { page } = await payer(browser, { viewport: PHONE });
  await page.clock.install();
  await openCode(page, next(), 'VA');
  await page.clock.resume();
  const { expires_at: until } = await checkoutOf(page);
  await page.context().setOffline(true);
  await page.clock.fastForward(Date.parse(until) - Date.now() - 9 * 60_000);
  await page.getByText('Sisa waktu kurang dari 10 menit.').waitFor({ state: 'attached' });
  await page.clock.fastForward(8 * 60_000 + 30_000);
  await page.getByText('Sisa waktu kurang dari 1 menit.').waitFor({ state: 'attached' });
  await page.clock.fastForward(60_000);
  await heading(page, 'Kode sudah kedaluwarsa').waitFor();
  expect(await page.getByRole('button', { name: /Salin/ }).count()).toBe(0);
});

test('a link opened on another phone says for whom it pays and leads to the bills', async () => {
  const number = next();
  const { page } = await payer(browser, { viewport: PHONE });
  await openCode(page, number, 'VA');
  const other = await payer(browser, { viewport: PHONE, scheme: 'dark' });
  await other.page.goto(page.url());
  await other.page.getByText('Menunggu pembayaran').waitFor();
  const summary = await other.page.getByRole('region', { name: 'Ringkasan' }).innerText();
  expect(summary).toMatch(/\p{L}\*+/u);
  expect(summary.replace(/\s/g, '')).toContain(number);
  await other.page.getByRole('link', { name: 'Ganti cara bayar' }).click();
  await heading(other.page, 'Pilih cara bayar').waitFor();
  expect(other.problems).toEqual([]);
});

test('every state is sound on both widths, in both colours', async () => {
  const number = next();
  const { page, problems } = await payer(browser, { viewport: PHONE });
  await openCode(page, number, 'VA');
  await soundEverywhere(page);

  // The bank was asked for an account and has not answered yet.
  const token = tokenOf(page);
  const doubt = (state: string) =>
    inDatabase(
      'UPDATE va_transaction SET bank_state = $2 WHERE intent_id = (SELECT id FROM niat_bayar WHERE token = $1)',
      [token, state],
    );
  await doubt('UNKNOWN');
  await page.getByText('Sedang diproses').waitFor();
  expect(await page.getByRole('button', { name: /Salin Nomor/ }).count()).toBe(0);
  await soundEverywhere(page);
  await doubt('DONE');
  await page.getByText('Menunggu pembayaran').waitFor();

  await expire(page);
  await heading(page, 'Kode sudah kedaluwarsa').waitFor();
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Buat nomor VA baru' }).click();
  await page.getByText('Menunggu pembayaran').waitFor();

  await payAtBank({ number: await account(page) });
  await heading(page, 'Lunas').waitFor();
  await soundEverywhere(page);
  expect(problems).toEqual([]);
});

test('a payment the bank takes back is no longer called paid', async () => {
  const { page } = await payer(browser, { viewport: PHONE });
  await openCode(page, next(), 'VA');
  await payAtBank({ number: await account(page), scenario: 'reversal' });
  await page.reload();
  await heading(page, 'Kode dibatalkan').waitFor();
  await page.getByText('tagihannya kembali belum lunas').waitFor();
  await sound(page);
});
