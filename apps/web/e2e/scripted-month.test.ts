import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import startCluster from '../../api/test/support/global-setup';
import stopCluster from '../../api/test/support/global-teardown';
import { TestApp } from '../../api/test/support/test-app';
import type { TestBank, TestCustomer, TestRegion } from '../../api/test/support/factory';
import { overflow } from './public-page';
import { barsOf, filmOf } from './support/bars';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { ROOT } from './support/product';

/*
 * The month of a utility, on the clock of the test, in the browsers of those who work it: readings with photo and scan, three
 * that are not normal, the rest verified at once, a quarter nobody read, and a bill corrected after it was paid.
 */

/** `npm run test:long` reads a whole street. */
const HOUSES = process.env.TIRTAPAY_TEST_LONG === '1' ? 50 : 12;
jest.setTimeout(HOUSES * 8_000);
const MONTH = '2031-01';
/** Far ahead of every day this test may run on, so that no cookie of a browser is ever too old. */
const READ_ON = '2031-01-27T09:00:00+08:00';
const PASSWORD = 'TirtaDemo2026!';

const app = new TestApp({ start: READ_ON, webRoot: join(ROOT, 'dist', 'web') });
let browser: Browser;
let seeing: Browser;
let folder: string;
let region: TestRegion;
let bank: TestBank;
let admin: Page;
let manager: Page;
let reader: Page;
const faults: string[] = [];

let normal: TestCustomer[];
let mistyped: TestCustomer;
let copied: TestCustomer;
let thirsty: TestCustomer;
let missed: TestCustomer;

async function signIn(by: Browser, username: string, viewport: typeof PHONE): Promise<Page> {
  const context = await by.newContext({
    viewport,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    baseURL: app.url,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.clock.install({ time: new Date(app.clock.now()) });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto('/admin/login');
  await page.getByLabel(/nama pengguna/i).fill(username);
  await page
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  return page;
}

const house = async (name: string, before: readonly string[]) => {
  const customer = await app.make.customer({ region, name });
  for (const period of before) await app.make.reading({ customer, period, usage: 20 });
  return customer;
};
const QUARTER = ['2030-10', '2030-11', '2030-12'];

interface Entry {
  readonly customer: TestCustomer;
  readonly stand: number;
  readonly photo?: Buffer;
}

/** Scan, stand, photo, save: what a reader does at a house. */
async function enter(page: Page, { customer, stand, photo }: Entry, seen = false): Promise<Buffer> {
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Pindai' }).click();
  if (!seen)
    await page
      .getByRole('dialog')
      .getByLabel('Foto barcode')
      .setInputFiles({
        name: 'kode.png',
        mimeType: 'image/png',
        buffer: await barsOf(customer.customer_number),
      });
  await main.getByText(customer.name, { exact: true }).first().waitFor();
  await main.getByLabel(/stan kini/i).fill(String(stand));
  await main.getByText('Pemakaian terakhir').waitFor();
  const taken = photo ?? (await page.screenshot());
  await main
    .getByLabel('Pilih foto meter')
    .setInputFiles({ name: 'meter.png', mimeType: 'image/png', buffer: taken });
  await main.getByRole('button', { name: 'Foto siap, ganti' }).waitFor();
  await main.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await page
    .getByText(new RegExp(`^${customer.name}: .* dan fotonya tersimpan`))
    .first()
    .waitFor();
  return taken;
}

const readingOf = async (customer: TestCustomer) => {
  const { body } = await (
    await app.as('admin')
  ).get<{ data: { id: number; reasons: string[] }[] }>(
    `/meter-readings?customer_id=${String(customer.id)}&period=${MONTH}`,
  );
  const [reading] = body.data;
  if (reading === undefined) throw new Error(`${customer.name} was not read`);
  return reading;
};

async function review(customer: TestCustomer, severity: 'ERROR' | 'WARNING'): Promise<void> {
  const { id } = await readingOf(customer);
  await admin.goto(
    `/admin/verification?severity=${severity}&region_id=${String(region.id)}&detail=${String(id)}`,
  );
  await admin.getByRole('link', { name: customer.name, exact: true }).first().waitFor();
}

async function sendBack(customer: TestCustomer, note: string): Promise<void> {
  await review(customer, 'ERROR');
  await admin.getByRole('button', { name: /^Baca ulang/ }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill(note);
  await dialog.getByRole('button', { name: 'Baca ulang' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function approve(kind: string, what: RegExp): Promise<void> {
  await manager.goto(`/admin/approvals?kind=${kind}`);
  await manager.getByText(what).first().click();
  await manager.getByRole('button', { name: 'Setujui' }).click();
  await manager
    .getByRole('dialog', { name: /^Setujui/ })
    .getByRole('button', { name: 'Setujui' })
    .click();
  await manager.getByText('Permohonan disetujui').waitFor();
}

interface BillRow {
  readonly id: number;
  readonly period: string;
  readonly state: string;
  readonly principal: number;
  readonly usage_m3: number;
}

const billsOf = async (customer: TestCustomer) =>
  (await (await app.as('admin')).get<{ data: BillRow[] }>(`/bills?customer_id=${String(customer.id)}`)).body
    .data;

async function billOf(customer: TestCustomer, state?: string): Promise<BillRow> {
  const found = (await billsOf(customer)).find(
    (bill) => bill.period === MONTH && (state === undefined || bill.state === state),
  );
  if (found === undefined) throw new Error(`${customer.name} has no such bill`);
  return found;
}

let paid = 0;
async function pay(customer: TestCustomer): Promise<number> {
  const { body } = await bank.client().verify({ customer_number: customer.customer_number });
  const asked = body as { inquiry_id: string; total_amount: number };
  paid += 1;
  const answer = await bank.client().process({
    bank_reference: `BULAN/${String(paid)}`,
    inquiry_id: asked.inquiry_id,
    amount: asked.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return asked.total_amount;
}

let broken = false;
/** Each step stands on the one before: what follows a failed one says so instead of waiting for what cannot come. */
function step(name: string, work: () => Promise<void>): void {
  it(name, async () => {
    if (broken) throw new Error('an earlier step failed');
    broken = true;
    await work();
    broken = false;
  });
}

beforeAll(async () => {
  await startCluster();
  await app.start();
  region = await app.make.region();
  bank = await app.make.bank({ code: 'SULTRA' });
  normal = [];
  for (let index = 1; index <= HOUSES - 4; index += 1)
    normal.push(await house(`Warga ${String(index)}`, QUARTER));
  mistyped = await house('Salah Ketik', QUARTER);
  copied = await house('Foto Sama', QUARTER);
  thirsty = await house('Kran Bocor', QUARTER);
  missed = await house('Kuartal Terlewat', ['2030-09']);
  folder = mkdtempSync(join(tmpdir(), 'bulan '));
  await filmOf(normal[0]?.customer_number ?? '', join(folder, 'meter.mjpeg'));
  seeing = await openBrowser({ camera: join(folder, 'meter.mjpeg') });
  browser = await openBrowser();
  admin = await signIn(browser, 'admin', DESKTOP);
  manager = await signIn(browser, 'manajer', DESKTOP);
  reader = await signIn(browser, 'petugas', PHONE);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await seeing.close();
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
  await stopCluster();
}, 60_000);

step(`${String(HOUSES)} houses are read with scan and photo`, async () => {
  const first = await signIn(seeing, 'petugas', PHONE);
  await first.goto('/admin/readings/new');
  const [one, ...others] = normal;
  if (one === undefined) throw new Error('nobody to read');
  const picture = await enter(first, { customer: one, stand: 80 }, true);
  await first.close();
  await reader.goto('/admin/readings/new');
  for (const [index, customer] of others.entries())
    await enter(reader, { customer, stand: 78 + (index % 9) });
  await enter(reader, { customer: mistyped, stand: 90_000 });
  await enter(reader, { customer: copied, stand: 79, photo: picture });
  await enter(reader, { customer: thirsty, stand: 60 + 75 });
  await enter(reader, { customer: missed, stand: 20 + 80 });
  expect(await overflow(reader)).toBe(0);
  await reader.goto(`/admin/readings/round?route=${String(region.route.id)}`);
  await reader
    .getByText(`${String(HOUSES)} dari ${String(HOUSES)} selesai`)
    .first()
    .waitFor();
});

step('three that are not normal are looked at one by one, two of them read again', async () => {
  expect((await readingOf(copied)).reasons).toContain('SAME_PHOTO');
  await sendBack(mistyped, 'Stan 90.000 tidak mungkin');
  await sendBack(copied, 'Foto ini foto rumah lain');
  await review(thirsty, 'WARNING');
  await admin.getByText('Pemakaian jauh di atas biasa').first().waitFor();
  await admin.getByRole('button', { name: /^Terima/ }).click();
  await admin.getByText('Kran Bocor diverifikasi').first().waitFor();
  await reader.goto(`/admin/readings/round?route=${String(region.route.id)}&show=REREAD`);
  await reader.getByText('Diminta baca ulang: Foto ini foto rumah lain').waitFor();
  await reader.goto('/admin/readings/new');
  await enter(reader, { customer: mistyped, stand: 79 });
  await enter(reader, { customer: copied, stand: 79 });
});

step('the rest is verified with one click, the quarter nobody read in its own months', async () => {
  await admin.goto(`/admin/verification?region_id=${String(region.id)}`);
  await admin.getByRole('button', { name: 'Verifikasi sekaligus' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Verifikasi [\d.]+ catatan$/ }).click();
  await admin.getByText(/catatan diverifikasi/).waitFor();
  const left = await app.database.query("SELECT FROM meter_reading WHERE status <> 'VERIFIED'");
  expect(left).toHaveLength(0);
  const quarter = await billsOf(missed);
  expect(quarter.map(({ period }) => period).sort()).toEqual([...QUARTER, MONTH]);
  expect(quarter.reduce((sum, { usage_m3 }) => sum + usage_m3, 0)).toBe(80);
});

step('the month is issued, and the months nobody read with it', async () => {
  await admin.goto('/admin/bill-runs/new');
  await admin.getByRole('button', { name: 'Periksa dahulu' }).click();
  await admin
    .getByRole('button', { name: new RegExp(`^Tetapkan ${String(HOUSES + QUARTER.length)} rekening`) })
    .click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Ya, tetapkan' }).click();
  await admin.getByRole('heading', { name: /^Penetapan/ }).waitFor();
  await admin.getByText('Selesai').first().waitFor();
  const left = await app.database.query("SELECT FROM tagihan WHERE state = 'DRAFT'");
  expect(left).toHaveLength(0);
});

step('a bill is corrected after it was paid, by two people', async () => {
  const [, customer] = normal;
  if (customer === undefined) throw new Error('nobody');
  await pay(customer);
  const bill = await billOf(customer, 'PAID');
  await admin.goto(`/admin/bills/${String(bill.id)}`);
  await admin.getByRole('link', { name: 'Ajukan koreksi' }).click();
  await admin.getByLabel('Stan yang benar').fill('75');
  await admin.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await admin
    .getByRole('region', { name: 'Akibat koreksi' })
    .getByText(/menjadi titipan pelanggan/)
    .waitFor();
  await admin.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Angka 78 ternyata 75 di foto');
  await dialog.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  await admin.waitForURL(/\/bills\/\d+$/);
  await approve('bill_correction', /Koreksi tagihan .*stan 78 → 75/);
  await admin.goto(`/admin/bills/${String(bill.id)}`);
  await admin.getByText(/NK-\d+ · Stan salah/).waitFor();
});

step('on the way nothing broke, and the laws of the books hold', async () => {
  for (const viewport of [PHONE, { width: 1024, height: 768 }, DESKTOP]) {
    await admin.setViewportSize(viewport);
    expect(await overflow(admin)).toBeLessThanOrEqual(0);
  }
  expect(faults).toEqual([]);
  expect(await app.violations()).toEqual([]);
});
