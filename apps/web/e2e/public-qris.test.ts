import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import {
  checkoutsOf,
  debtors,
  expire,
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
import { scanned } from './support/scanned';

let browser: Browser;
let numbers: string[];
const next = (): string => numbers.pop() ?? '';

beforeAll(async () => {
  browser = await openBrowser();
  numbers = await debtors('qris', 4);
});

afterAll(() => browser.close());

const code = (page: Page) => page.getByRole('img', { name: /QRIS/ });

test('the code on a small dark screen is large, on white, and what the bank made', async () => {
  const { page, problems } = await payer(browser, { viewport: PHONE, scheme: 'dark' });
  await openCode(page, next(), 'QRIS');
  await code(page).waitFor();
  const box = await code(page).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(240);
  expect(box?.height).toBe(box?.width);
  const content = await scanned(browser, await page.screenshot());
  const checkout = await checkoutOf(page);
  expect(content).toBe(checkout.qr_payload);
  expect(await orderAtBank(content ?? '')).toMatchObject({ state: 'OPEN', amount: checkout.amount });
  const words = await page.getByRole('main').innerText();
  expect(words).toMatch(/NMID: ID\d+/);
  expect(words).toMatch(/Bayar sebelum\s+\S+, \d+ \S+ \d{4} \d\d\.\d\d WITA/);
  await sound(page);

  await paidOnPage(page, () => payAtBank({ qr: content ?? '', via: 'SNAP' }), 'QRIS, SNAP notification');
  await sound(page);
  expect(problems).toEqual([]);
});

test('by keyboard alone: the picture to keep carries code, amount, deadline and customer number', async () => {
  const number = next();
  const { page, problems } = await payer(browser, { viewport: PHONE });
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      written.push(text);
      Reflect.apply(fillText, this, [text, ...place]);
    };
  });
  await page.goto('/');
  await tabTo(page, page.locator('#nomor'));
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Pilih cara bayar' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /QRIS lewat Bank Sultra/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Simpan gambar QR' }));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`qris-${number}.png`);
  const picture = readFileSync(await download.path());
  const checkout = await checkoutOf(page);
  expect(await scanned(browser, picture)).toBe(checkout.qr_payload);
  const written = await page.evaluate(() => (window as unknown as { written: string[] }).written);
  expect(written).toEqual(
    expect.arrayContaining([
      'QRIS',
      `Rp${checkout.amount.toLocaleString('id-ID')}`,
      `No. pelanggan ${number}`,
      expect.stringMatching(/^Bayar sebelum \S+, \d+ \S+ \d{4} \d\d\.\d\d WITA$/),
    ]),
  );
  await tabTo(page, page.getByText('Bayar dari HP ini'));
  await page.keyboard.press('Enter');
  await page.getByText('Pilih gambar dari galeri').waitFor({ state: 'visible' });
  await paidOnPage(page, () => payAtBank({ qr: checkout.qr_payload ?? '', via: 'WEBHOOK' }), 'QRIS, webhook');
  expect(problems).toEqual([]);
});

test('run out: the code goes away, a new one is one tap away, and both pages tell the truth', async () => {
  const number = next();
  const { page, problems } = await payer(browser, { viewport: PHONE });
  await openCode(page, number, 'QRIS');
  await code(page).waitFor();
  const old = { url: page.url(), payload: (await checkoutOf(page)).qr_payload };
  await expire(page);
  await page.getByRole('heading', { name: 'Kode sudah kedaluwarsa' }).waitFor();
  await page.getByText('Jangan membayar dengan kode ini lagi').waitFor();
  expect(await code(page).count()).toBe(0);
  await sound(page);

  await page.getByRole('button', { name: 'Buat QR baru' }).click();
  await page.getByText('Menunggu pembayaran').waitFor();
  await code(page).waitFor();
  expect(page.url()).not.toBe(old.url);
  expect((await checkoutOf(page)).qr_payload).not.toBe(old.payload);
  expect(await scanned(browser, await page.screenshot())).toBe((await checkoutOf(page)).qr_payload);
  const stale = await page.context().newPage();
  await stale.goto(old.url);
  await stale.getByRole('heading', { name: 'Kode sudah kedaluwarsa' }).waitFor();
  expect((await checkoutsOf(number)).slice(-2)).toEqual(['QRIS EXPIRED', 'QRIS PENDING']);
  expect(problems).toEqual([]);
});

test('in English on a wide screen; another way to pay stands beside the code, which is still good', async () => {
  const { page, problems } = await payer(browser, { viewport: DESKTOP, scheme: 'dark' });
  await openCode(page, next(), 'QRIS');
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('button', { name: 'Save the QR picture' }).waitFor();
  await page.getByText('Scan', { exact: false }).first().waitFor();
  await sound(page);
  const old = page.url();
  await page.getByRole('link', { name: 'Change the way to pay' }).click();
  await page
    .getByRole('region', { name: 'Virtual account' })
    .getByRole('button', { name: /Bank Sultra/ })
    .click();
  await page.getByText('Waiting for payment').waitFor();
  expect(page.url()).not.toBe(old);
  const shown = tokenOf(page);
  await page.goto(old);
  await page.getByRole('button', { name: 'Save the QR picture' }).waitFor();
  await page.getByText('This code stays valid').waitFor();
  await sound(page);
  expect(tokenOf(page)).not.toBe(shown);
  expect(problems).toEqual([]);
});
