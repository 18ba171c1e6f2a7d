import type { Browser } from 'playwright-core';
import { eventually } from '../../api/test/support/eventually';
import {
  checkoutsOf,
  chooseMethod,
  debtors,
  checkoutOf,
  openCode,
  orderAtBank,
  paidOnPage,
  payAtBank,
  payer,
  sound,
  tabTo,
  tokenOf,
} from './public-checkout';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { runCommand } from './support/product';
import { clicksThrough } from './support/pages';

clicksThrough('/t/:token/bayar', '/s/:token');

let browser: Browser;
let numbers: string[];
/** A customer for each test, because a bill can be paid only once. */
const next = (): string => numbers.pop() ?? '';

beforeAll(async () => {
  browser = await openBrowser();
  numbers = await debtors('va', 5);
});

afterAll(() => browser.close());

test('by keyboard alone on a small dark screen, from the number to the receipt', async () => {
  const { page, problems } = await payer(browser, { viewport: PHONE, scheme: 'dark' });
  await page.goto('/');
  await tabTo(page, page.locator('#nomor'));
  await page.keyboard.type(next());
  await page.keyboard.press('Enter');
  const on = page.getByRole('link', { name: 'Pilih cara bayar' });
  await tabTo(page, on);
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('region', { name: 'Virtual Account' }).getByRole('button', { name: /Bank Sultra/ }),
  );
  await page.keyboard.press('Enter');
  await page.getByText('Menunggu pembayaran').waitFor();
  const checkout = await checkoutOf(page);

  await tabTo(page, page.getByRole('button', { name: /Salin Nomor Virtual Account/ }));
  await page.keyboard.press('Enter');
  await page.getByText('Nomor Virtual Account tersalin').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^\d{16,23}$/);
  expect((await orderAtBank(copied)).state).toBe('OPEN');
  await tabTo(page, page.getByRole('button', { name: /Salin Jumlah yang harus dibayar/ }));
  await page.keyboard.press('Enter');
  await page.getByText('Jumlah yang harus dibayar tersalin').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(String(checkout.amount));

  const words = await page.getByRole('main').innerText();
  expect(words).toMatch(
    /Bayar sebelum\s+(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), \d+ \p{L}+ \d{4} \d\d\.\d\d WITA/u,
  );
  expect(await page.getByRole('timer').innerText()).toMatch(/^\d\d:\d\d:\d\d$/);
  await sound(page);

  await tabTo(page, page.getByRole('button', { name: 'Saya sudah bayar' }));
  await page.keyboard.press('Enter');
  await page.getByText('Bank belum mencatat pembayaran ini').waitFor();
  const channels = page.locator('section[aria-labelledby=petunjuk] details');
  expect(await channels.count()).toBeGreaterThanOrEqual(5);
  for (const name of ['Mobile banking', 'ATM', 'Agen Laku Pandai', 'Transfer dari bank lain'])
    await channels.filter({ hasText: name }).first().waitFor();
  await tabTo(page, channels.last().locator('summary'));
  await page.keyboard.press('Enter');
  await channels.last().locator('li').first().waitFor({ state: 'visible' });

  await paidOnPage(page, () => payAtBank({ number: copied }), 'VA, server push');
  await sound(page);
  await tabTo(page, page.getByRole('link', { name: 'Lihat kwitansi' }));
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await sound(page);
  expect(problems).toEqual([]);
});

test('in English, on a wide light screen, with the steps of the bank in English', async () => {
  const { page, problems } = await payer(browser, { viewport: DESKTOP });
  await openCode(page, next(), 'VA');
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByText('Waiting for payment').waitFor();
  await page.getByText(/Pay exactly Rp[\d.]+\./).waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(
    /Pay before\s+\w+day, \d+ \w+ \d{4} \d\d[.:]\d\d WITA/,
  );
  await page.getByText('Transfer from another bank').waitFor();
  await page.getByRole('link', { name: 'Change the way to pay' }).waitFor();
  await sound(page);
  expect(problems).toEqual([]);
});

test('the countdown follows the server, also on a phone whose clock is three hours off', async () => {
  const { page } = await payer(browser, { viewport: PHONE });
  await page.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await openCode(page, next(), 'VA');
  await page.clock.resume();
  const { expires_at: until } = await checkoutOf(page);
  const [hours = 0, minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText())
    .split(':')
    .map(Number);
  const shown = (hours * 3_600 + minutes * 60 + seconds) * 1_000;
  // A busy machine draws it late; by the clock of the phone it would be three hours.
  expect(Math.abs(shown - (Date.parse(until) - Date.now()))).toBeLessThan(60_000);
});

test('double click, Back, reload and a second tab: one account, the same everywhere', async () => {
  const number = next();
  const { page, problems } = await payer(browser, { viewport: PHONE });
  await chooseMethod(page, number);
  const offered = page
    .getByRole('region', { name: 'Virtual Account' })
    .getByRole('button', { name: /Bank Sultra/ });
  await offered.dblclick();
  await page.getByText('Menunggu pembayaran').waitFor();
  const token = tokenOf(page);
  const { va_number: account } = await checkoutOf(page);

  await page.goBack();
  await page.getByRole('heading', { name: 'Pilih cara bayar', level: 1 }).waitFor();
  await offered.click();
  await page.getByText('Menunggu pembayaran').waitFor();
  expect(tokenOf(page)).toBe(token);
  await page.reload();
  await page.getByText('Menunggu pembayaran').waitFor();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByText('Menunggu pembayaran').waitFor();
  for (const tab of [page, second])
    expect((await tab.locator('main').innerText()).replace(/\s/g, '')).toContain(account);
  expect(await checkoutsOf(number)).toEqual(['VA PENDING']);

  await paidOnPage(second, () => payAtBank({ number: account ?? '' }), 'VA, second tab');
  await page.getByRole('heading', { name: 'Lunas', level: 1 }).waitFor();
  await page.goBack();
  await page.getByText('Tidak ada lagi tagihan yang harus dibayar.').waitFor();
  expect(await checkoutsOf(number)).toEqual(['VA PAID']);
  expect(problems).toEqual([]);
});

test('paid at the counter meanwhile: the page says so, and the account is closed at the bank', async () => {
  const number = next();
  const { page, problems } = await payer(browser, { viewport: PHONE });
  await openCode(page, number, 'VA');
  const { va_number: account } = await checkoutOf(page);
  expect((await runCommand('bank', ['pay', number])).code).toBe(0);
  await page.getByRole('heading', { name: 'Sudah dibayar lewat cara lain' }).waitFor();
  await page.getByText('Jangan membayar lagi dengan kode ini').waitFor();
  await sound(page);
  await eventually(
    () => orderAtBank(account ?? ''),
    ({ state }) => state !== 'OPEN',
  );
  await page.getByRole('link', { name: 'Lihat rincian tagihan' }).click();
  await page.getByRole('heading', { name: 'Tidak ada tagihan yang harus dibayar' }).waitFor();
  expect(problems).toEqual([]);
});
