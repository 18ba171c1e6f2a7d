import type { Browser, Page } from 'playwright-core';
import { overflow } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { productAccess } from './support/product';

clicksThrough('/admin/checkouts', '/admin/checkouts/:id');

/* VA and QRIS as the office sees them: the demonstration has some open; the bank pays one while it is looked at. */

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
});
afterAll(() => browser.close());

const main = () => page.locator('main');
const heading = () => main().getByRole('heading').first();

/** Opens the newest checkout that waits for its money in this way. @returns its number */
async function openWaiting(method: 'VA' | 'QRIS'): Promise<string> {
  await page.goto(`/admin/checkouts?status=PENDING&method=${method}`);
  const link = page.getByRole('table').getByRole('row').nth(1).getByRole('link').first();
  const number = await link.innerText();
  await link.click();
  await page.waitForURL(/\/checkouts\/\d+$/);
  await heading().getByText(number).waitFor();
  return number;
}

async function payAtTheSandbox(order: object): Promise<void> {
  const answer = await fetch(`${productAccess().bankUrl}/control/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  expect(answer.ok).toBe(true);
}

it('is found by state, method and number, and says when nothing matches', async () => {
  await page.goto('/admin/checkouts');
  await page.getByRole('table').waitFor();
  const [first] = await page.getByRole('table').getByRole('link').allInnerTexts();
  await page.getByPlaceholder('Nomor pelanggan, nomor VA, atau nama').fill('zzzz tidak ada');
  await page.getByText('Tidak ada yang cocok').waitFor();
  await page.goto('/admin/checkouts?status=EXPIRED&method=VA');
  await main().getByRole('heading', { name: 'VA dan QRIS' }).waitFor();
  expect(first).toBeTruthy();
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBe(0);
  }
});

it('turns by itself when the bank is paid while it is looked at, with receipt and life', async () => {
  const number = await openWaiting('VA');
  await main().getByText('Menunggu dibayar').waitFor();
  await payAtTheSandbox({ number });
  await main().getByText('Dibayar', { exact: true }).waitFor();
  await main().getByText('Dibayar dan dibukukan').waitFor();
  // What the bank told and what came of it stand there in words.
  expect(await main().innerText()).not.toMatch(/PROCESSED|[A-Z]+_[A-Z]+/);
  expect(await page.getByRole('button', { name: 'Batalkan', exact: true }).count()).toBe(0);
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBe(0);
  }
  await main()
    .getByRole('link', { name: /^SULTRA|^KEDUA/ })
    .click();
  await page.waitForURL(/\/payments\/\d+$/);
  await page.goBack();
  await main().getByText('Dibayar dan dibukukan').waitFor();
});

it('the bank is asked, then it is cancelled with a reason: here and at the bank', async () => {
  await openWaiting('QRIS');
  await page.getByRole('button', { name: 'Tanya bank' }).click();
  await page.getByText('Masih terbuka, belum dibayar.').waitFor();
  await page.getByRole('button', { name: 'Batalkan', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Pelanggan memilih bayar di loket');
  await dialog.getByRole('button', { name: 'Batalkan', exact: true }).click();
  await page.getByText('Dibatalkan, dan sudah ditutup di bank').waitFor();
  await main().getByText('“Pelanggan memilih bayar di loket”').waitFor();
  await main().getByText('Dibatalkan petugas').first().waitFor();
  await page.reload();
  await main().getByText('Dibatalkan petugas').first().waitFor();
  expect(await page.getByRole('button', { name: 'Batalkan', exact: true }).count()).toBe(0);
});

it('who only reads sees the life and no buttons; a number that is not there says so', async () => {
  const { page: reader } = await signIn(browser, 'it');
  await reader.goto(page.url());
  await reader.locator('main').getByText('Dibatalkan petugas').first().waitFor();
  expect(await reader.getByRole('button', { name: 'Tanya bank' }).count()).toBe(0);
  await page.goto('/admin/checkouts/999999');
  await page.getByText('Halaman tidak ditemukan').waitFor();
});

it('raised no error of its own on the way', () => {
  expect(problems).toEqual([]);
});
