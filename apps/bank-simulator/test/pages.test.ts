import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from '../../web/e2e/public-page';
import { DESKTOP, openBrowser, PHONE } from '../../web/e2e/support/browser';
import { bankKeys, startBankSimulator, type RunningBankSimulator } from '../src';
import { PdamClient } from './pdam-client';
import { SnapBiller } from './snap-biller';

/** The pages of the sandbox bank in a browser: readable and usable by phone and desk, light and dark. */
const now = () => Date.parse('2026-01-15T09:30:00+08:00');
const home = mkdtempSync(join(tmpdir(), 'bank pages '));
let biller: SnapBiller;
let bank: RunningBankSimulator;
let browser: Browser;

beforeAll(async () => {
  biller = new SnapBiller();
  biller.publicKeyPem = bankKeys(home).publicKeyPem;
  await biller.start();
  bank = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl: biller.url, home, now });
  browser = await openBrowser();
  const pdam = new PdamClient(bank.url, now);
  const amount = { value: '70000.00', currency: 'IDR' };
  await pdam.call('transfer-va/create-va', {
    partnerServiceId: '   13501',
    customerNo: '990000000018',
    virtualAccountNo: '   13501990000000018',
    trxId: 'VA-1',
    virtualAccountName: 'RINA KURNIA',
    totalAmount: amount,
    virtualAccountTrxType: 'C',
  });
  await pdam.call('qr/qr-mpm-generate', { partnerReferenceNo: 'QR2026011500000001', amount });
});
afterAll(async () => {
  await browser.close();
  await bank.close();
  await biller.stop();
  rmSync(home, { recursive: true, force: true });
});

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: DESKTOP, baseURL: bank.url });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function pay(page: Page, scenario = 'pay'): Promise<void> {
  await page.getByLabel('Nomor VA, isi QRIS').fill('13501010203000046');
  await page.getByLabel('Yang terjadi').selectOption(scenario);
  await page.getByRole('button', { name: 'Bayar' }).click();
  await page.locator('#hasil').waitFor();
}

it.each(['/', '/va-qris', '/gangguan', '/settlement'])(
  '%s, by phone and desk, light and dark',
  async (path) => {
    const page = await open(path);
    if (path === '/va-qris') {
      await pay(page, 'timeout-after');
      expect(
        await page.locator('[data-focus]').evaluate((element) => element === document.activeElement),
      ).toBe(true);
    }
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect({ at: viewport.width, wider: await overflow(page) }).toEqual({ at: viewport.width, wider: 0 });
      // Colours do not depend on the width, nor names on the colours: two of the four looks find what all four would.
      await page.emulateMedia({ colorScheme: viewport === PHONE ? 'light' : 'dark' });
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.context().close();
  },
);

it('downloads the settlement file, with the script on the page and a break chosen', async () => {
  const page = await open('/settlement');
  const file = page.getByRole('region', { name: 'Unduh berkas sehari' });
  await file.getByLabel('satu baris tanpa pembayaran di PDAM').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    file.getByRole('button', { name: 'Unduh berkas' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('BPD_PDAM_20260115.csv');
});

it('pays what the biller created by one click and the button', async () => {
  const page = await open('/va-qris');
  await page.getByRole('link', { name: /^QRIS QR2026011500000001/ }).click();
  await page.getByLabel('Yang terjadi').selectOption('silent');
  await page.getByRole('button', { name: 'Bayar' }).click();
  await page.getByText('Bank diam: sesuai harapan').waitFor();
  expect(await page.locator('.badge.posted', { hasText: 'Lunas' }).count()).toBe(1);
});
