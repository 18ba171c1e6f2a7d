import { DENOMINATIONS, inPieces, rupiah } from '@tirtapay/domain';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../api/test/support/eventually';
import {
  approveDifference,
  expectedIn,
  FLOAT,
  freshDesk,
  money,
  ownShift,
  tabTo,
  typeCount,
} from './counter-desk';
import { owingCustomers } from './public-customers';
import { StaffCaller } from './readings';
import { overflow, seriousFindings } from './public-page';
import { answered } from './support/answered';
import { openBrowser, PHONE } from './support/browser';
import { cursorStandsIn, signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { alone } from './support/alone';
import { supplierFault } from './support/ppob-partner';
import { productAccess, runCommand } from './support/product';
import { LONG_PATIENCE_MILLISECONDS } from './support/patience';

clicksThrough('/admin/counter', '/admin/counter/close', '/admin/shifts/:id');

/* A day at the counter with the keyboard alone, at 1024 × 768: opened, sold, one sale taken back, closed with a difference. */

const SMALL = { width: 1024, height: 768 };
const PASSWORD = 'TirtaDemo2026!';
const ENOUGH = 20_000_000;

let browser: Browser;
let page: Page;
let problems: string[];
let customers: string[];
let earlierShift: number | null;
let drawerId: number;
let shiftId: number;
/** What the last count came to. */
let left = 0;

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const number = (index: number): string => customers.at(index) ?? '';
const basketOf = () =>
  page.evaluate(() =>
    (Object.entries(localStorage) as [string, string][])
      .filter(([key]) => key.startsWith('tirtapay.counter-basket.'))
      .map(([, text]) => (JSON.parse(text) as { id: string }).id)
      .join(),
  );

/** Number, Enter, Enter: the sheets of one customer are in the basket and the cursor stands at the cash. */
async function takeSheets(customer: string): Promise<void> {
  await cursorIn('Pelanggan');
  await page.keyboard.type(customer);
  await press('Enter');
  await page.getByTestId('sheets-total').waitFor();
  await press('Enter');
  await page.getByTestId('sheets-total').waitFor({ state: 'detached' });
  await cursorIn('Uang diterima');
}

const cursorIn = (label: string) => cursorStandsIn(page, label);

/** F4, the service by its number, its fields, the quote, Enter: a token of Rp50.000 is in the basket. @returns what it costs */
async function takeToken(meter: string, name: string): Promise<number> {
  await press('F4');
  await cursorIn('Layanan');
  await page.keyboard.type('2');
  await press('Enter');
  await cursorIn('No. Meter');
  await page.keyboard.type(meter);
  await press('Tab');
  await page.keyboard.type('50');
  // As a person does: what is marked is seen before it is taken.
  await page.locator('[role="option"][data-combobox-selected]').waitFor();
  await press('Enter', 'Tab');
  await page.keyboard.type(name);
  await press('Enter');
  await page
    .getByTestId('quote-total')
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(`no quote: ${await whatStands()}`, { cause: error });
    });
  const total = await money(page, 'quote-total');
  await press('Enter');
  await page.getByTestId('quote-total').waitFor({ state: 'detached' });
  await cursorIn('Uang diterima');
  return total;
}

/** What the form says and holds, shortly: fields, errors and where the cursor is. */
const whatStands = () =>
  page.evaluate(() =>
    JSON.stringify({
      fields: [...document.querySelectorAll('main input')].map((one) => (one as HTMLInputElement).value),
      errors: [...document.querySelectorAll('[role="alert"], [class*="error"]')].map(
        (one) => one.textContent,
      ),
      cursor: document.activeElement?.outerHTML.slice(0, 200),
    }),
  );

async function sold(): Promise<void> {
  await page.getByTestId('result-change').waitFor();
}

beforeAll(async () => {
  browser = await openBrowser();
  ({ earlierShift, drawerId } = await freshDesk('UJIA'));
  // From the end of the list: the other tests take theirs from the front.
  customers = (await owingCustomers(1)).reverse();
  ({ page, problems } = await signIn(browser, 'kasir', { viewport: SMALL }));
  // There is no printer here, and its dialogue would hold the page.
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await page.goto('/admin/counter');
});
afterAll(() => browser.close());

it('the drawer is counted, wrongly first, and the shift is open', async () => {
  await page.getByRole('heading', { name: 'Buka shift' }).waitFor();
  await tabTo(page, /^Loket \*$/);
  await page.keyboard.type('UJIA');
  // As a person does: what is marked is seen before it is taken.
  await page.locator('[role="option"][data-combobox-selected]').waitFor();
  await press('Enter');
  await tabTo(page, 'Rp100.000, jumlah lembar');
  await typeCount(page, FLOAT - 1_000);
  await page.getByText('Selisih kas: kurang Rp1.000').waitFor();
  await page.getByLabel('Rp100.000, jumlah lembar').focus();
  await typeCount(page, FLOAT);
  await page.getByLabel('Pelanggan').waitFor();
  shiftId = (await ownShift('kasir')) ?? 0;
  expect(shiftId).toBeGreaterThan(0);
});

it('water: four keys beyond number and cash, the change as it was shown', async () => {
  await takeSheets(number(0));
  const total = await money(page, 'total');
  expect(total).toBeGreaterThan(0);
  await page.keyboard.type(String(total - 1));
  await press('Enter');
  await page.getByText(/^Uang kurang Rp1\./).waitFor();
  expect(await page.getByTestId('result-change').count()).toBe(0);
  await press('ControlOrMeta+A');
  await page.keyboard.type(String(total + 12_500));
  await eventually(
    () => money(page, 'change'),
    (change) => change === 12_500,
  );
  // Twice, as a hand that trembles does it: one payment.
  await press('Enter', 'Enter');
  await page.getByTestId('result-change').or(page.getByTestId('last-change')).waitFor();
  if ((await page.getByTestId('result-change').count()) > 0) await press('Enter');
  expect(await money(page, 'last-change')).toBe(12_500);
  expect(await expectedIn(shiftId)).toBe(FLOAT + total);
});

/** As on the computer of a counter: keys come faster than the page follows. */
async function slowed<T>(work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 5 });
  try {
    return await work();
  } finally {
    await session.detach();
  }
}

it('a token: picked by its number, quoted, sold, its code large', async () => {
  const before = await expectedIn(shiftId);
  await page.getByLabel('Pelanggan').waitFor();
  const total = await slowed(() => takeToken('12345678901', 'Ani Rahayu'));
  await page.keyboard.type(String(total + 1_000));
  await press('Enter');
  await sold();
  expect(await money(page, 'result-change')).toBe(1_000);
  expect(await page.getByTestId('code').innerText()).toMatch(/^(\d{4}\s*-\s*){4}\d{4}$/);
  expect(await expectedIn(shiftId)).toBe(before + total);
  await press('Enter');
  await page.getByLabel('Pelanggan').waitFor();
});

it('water of two customers in one basket, with one change', async () => {
  const before = await expectedIn(shiftId);
  await press('F2');
  await takeSheets(number(1));
  await press('+');
  await takeSheets(number(2));
  const total = await money(page, 'total');
  await page.keyboard.type(String(ENOUGH));
  await press('Enter');
  await sold();
  expect(await money(page, 'result-change')).toBe(ENOUGH - total);
  expect(await page.locator('[data-basket] li').count()).toBe(2);
  expect(await expectedIn(shiftId)).toBe(before + total);
  await press('Enter');
  await page.getByLabel('Pelanggan').waitFor();
});

it('reloaded in the middle: sold once, and the screen says so', async () => {
  const before = await expectedIn(shiftId);
  await press('F2');
  await takeSheets(number(3));
  const total = await money(page, 'total');
  const id = await basketOf();
  let arrived: () => void = () => undefined;
  const atServer = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  // The server answers, and nobody is there to hear it.
  await page.route('**/api/v1/counter/baskets', async (route) => {
    await route.fetch();
    arrived();
  });
  await page.keyboard.type(String(total));
  await press('Enter');
  await atServer;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await page.getByText(/Keranjang ini sudah terjual/).waitFor();
  expect(await page.locator(`[data-basket="${id}"]`).count()).toBe(1);
  expect(await money(page, 'result-change')).toBe(0);
  expect(await expectedIn(shiftId)).toBe(before + total);
  await press('Enter');
  await page.getByLabel('Pelanggan').waitFor();
  expect(await basketOf()).not.toBe(id);
});

it('the session ends in the middle: the basket and the cash are still there, and it is sold once', async () => {
  const before = await expectedIn(shiftId);
  await press('F2');
  await takeSheets(number(4));
  const total = await money(page, 'total');
  await page.route('**/api/v1/counter/baskets', (route) =>
    route.fulfill({ status: 401, json: { code: 'auth.required', status: 401, title: 'x' } }),
  );
  await page.route('**/api/v1/auth/refresh', (route) =>
    route.fulfill({ status: 401, json: { code: 'auth.required', status: 401, title: 'x' } }),
  );
  await page.keyboard.type(String(total));
  await press('Enter');
  const relogin = page.getByRole('dialog');
  await relogin
    .getByLabel(/kata sandi/i)
    .first()
    .waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  await relogin
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORD);
  await press('Enter');
  await relogin.waitFor({ state: 'detached' });
  await page.getByText('Keranjang ini belum terjual: sesi Anda berakhir lebih dulu.').waitFor();
  expect(await money(page, 'total')).toBe(total);
  expect(await page.getByLabel('Uang diterima').inputValue()).toContain(String(total).slice(-3));
  await press('F9', 'Enter');
  await sold();
  expect(await expectedIn(shiftId)).toBe(before + total);
  await press('Enter');
});

it('a second window has the same basket: sold in one, it is sold in both', async () => {
  const before = await expectedIn(shiftId);
  await page.getByLabel('Pelanggan').waitFor();
  await press('F2');
  await takeSheets(number(5));
  const total = await money(page, 'total');
  const second = await page.context().newPage();
  await second.goto('/admin/counter');
  await second
    .getByTestId('total')
    .filter({ hasText: await page.getByTestId('total').innerText() })
    .waitFor();
  await page.keyboard.type(String(total + 500));
  await press('Enter');
  await sold();
  await second.getByText(/Keranjang ini sudah terjual/).waitFor();
  expect(await money(second, 'result-change')).toBe(500);
  expect(await expectedIn(shiftId)).toBe(before + total);
  await press('Enter');
  await page.getByLabel('Pelanggan').waitFor();
  await second.close();
});

it('somebody else logs in in another tab: nothing is sold in their name, and the basket waits for its cashier', async () => {
  const before = await expectedIn(shiftId);
  await page.getByLabel('Pelanggan').waitFor();
  await press('F2');
  await takeSheets(number(6));
  const total = await money(page, 'total');
  const others = await page.context().request.post('/api/v1/auth/login', {
    data: { username: 'super', password: PASSWORD },
  });
  expect(others.ok()).toBe(true);
  let sent = 0;
  await page.route('**/api/v1/counter/baskets', (route) => {
    sent += 1;
    return route.fulfill({ status: 401, json: { code: 'auth.required', status: 401, title: 'x' } });
  });
  await page.keyboard.type(String(total));
  await press('Enter');
  const relogin = page.getByRole('dialog');
  await relogin.getByText(/masuk di tab lain peramban ini/).waitFor();
  expect(sent).toBe(1);
  await page.unrouteAll({ behavior: 'wait' });
  await relogin
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORD);
  await press('Enter');
  await relogin.waitFor({ state: 'detached' });
  expect(await money(page, 'total')).toBe(total);
  expect(await expectedIn(shiftId)).toBe(before);
});

it('a refusal is told once, and neither it nor the cash is left for the next customer', async () => {
  const refusal = 'Tagihan sudah dibayar di tempat lain';
  await page.route('**/api/v1/counter/baskets', (route) =>
    route.fulfill({ status: 409, json: { code: 'bill.already_paid', status: 409, title: refusal } }),
  );
  await press('F9', 'Enter');
  await page.getByRole('alert').filter({ hasText: refusal }).waitFor();
  await answered(page);
  expect(await page.getByText(refusal).count()).toBe(1);
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('button', { name: /^Keluarkan / }).click();
  await page.getByText(refusal).waitFor();
  await press('F2');
  await takeSheets(number(7));
  expect(await page.getByText(refusal).count()).toBe(0);
  expect(await page.getByLabel('Uang diterima').inputValue()).toBe('');
  await page.getByRole('button', { name: /^Keluarkan / }).click();
  await press('F2');
});

it('the barcode of a bill and a pay code find whoever owes', async () => {
  const cashier = await StaffCaller.logIn('kasir');
  const { sheets } = await cashier.get<{ sheets: { bill_number: string }[] }>(
    `/counter/customers/${number(6)}/sheets`,
  );
  await page.getByLabel('Pelanggan').waitFor();
  await page.keyboard.type(sheets[0]?.bill_number ?? '');
  await press('Enter');
  await page.getByTestId('sheets-total').waitFor();
  await page.getByText(number(6)).first().waitFor();
  const office = await StaffCaller.logIn('admin');
  const { data } = await office.get<{
    data: { number: string; customer: { customer_number: string } }[];
  }>('/checkouts?method=VA&page_size=1');
  await press('F2', 'ControlOrMeta+A');
  await page.keyboard.type(data[0]?.number ?? '');
  await press('Enter');
  await page
    .getByText(data[0]?.customer.customer_number ?? '')
    .first()
    .waitFor();
});

it('QRIS: the customer pays by phone, the screen turns by itself, and the drawer holds what it held', async () => {
  const before = await expectedIn(shiftId);
  await press('F2', 'ControlOrMeta+A');
  await page.keyboard.type(number(6));
  await press('Enter');
  await page.getByText(number(6)).first().waitFor();
  await page.getByTestId('sheets-total').waitFor();
  await press('F8');
  const dialog = page.getByRole('dialog');
  // Its banks come a moment later; the cursor goes to them, for nobody here has a mouse.
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  const asked = page.waitForResponse(
    (response) => response.url().includes('/counter/checkouts/') && response.request().method() === 'GET',
  );
  await press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await press('ArrowDown', 'Enter');
  await dialog.getByRole('img', { name: /QRIS/ }).waitFor();
  const { qr_payload: qr } = (await (await asked).json()) as { qr_payload: string };
  const paid = await fetch(`${productAccess().bankUrl}/control/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ qr }),
  });
  expect(paid.ok).toBe(true);
  // The receipt is named by the shift; where that cannot be asked it is said, and asked again.
  await page.route('**/api/v1/counter/shifts/own', (route) => route.fulfill({ status: 503, body: '' }));
  await dialog.getByText('Lunas', { exact: true }).waitFor();
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByRole('button', { name: /Cetak/ }).count()).toBe(0);
  await page.unroute('**/api/v1/counter/shifts/own');
  await dialog.getByRole('button', { name: 'Coba lagi' }).click();
  await dialog.getByRole('alert').waitFor({ state: 'detached' });
  // What the browser says of the refusals above, and of nothing else until here.
  expect(problems.splice(0).filter((problem) => !problem.includes('503'))).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Cetak/ }).waitFor();
  expect(await expectedIn(shiftId)).toBe(before);
  await dialog.getByRole('button', { name: 'Pelanggan berikutnya' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByTestId('taken-nonCash').innerText()).toContain('Rp');
  // What lies in the drawer is counted, not read off the screen.
  expect(await page.getByTestId('taken-water').innerText()).not.toContain('Rp');
});

it('a product that is refused is handed back with the change', async () => {
  const before = await expectedIn(shiftId);
  const meter = '45700998801';
  const total = await alone('supplier', async () => {
    await supplierFault('failure', 1, meter);
    await page.getByLabel('Pelanggan').waitFor();
    const asked = await takeToken(meter, 'Budi Gagal');
    await page.keyboard.type(String(asked));
    await press('Enter');
    await sold();
    return asked;
  });
  expect(await money(page, 'result-change')).toBe(total);
  await page.getByText('Transaksi Gagal').waitFor();
  expect(await expectedIn(shiftId)).toBe(before);
  await press('Enter');
});

it('one in doubt is said to be, ends on the screen by itself, and its cash goes back over the counter once', async () => {
  const before = await expectedIn(shiftId);
  const meter = '45700998802';
  const total = await alone('supplier', async () => {
    await supplierFault('late-failure', 1, meter);
    await page.getByLabel('Pelanggan').waitFor();
    const asked = await takeToken(meter, 'Citra Ragu');
    await page.keyboard.type(String(asked));
    await press('Enter');
    await sold();
    return asked;
  });
  expect(await money(page, 'result-change')).toBe(0);
  const results = page.locator('[data-basket]');
  await results
    .getByText(/Pemasok belum menjawab/)
    .first()
    .waitFor();
  await results
    .getByRole('button', { name: 'Kembalikan uang' })
    .waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  expect(await expectedIn(shiftId)).toBe(before + total);
  await results.getByRole('button', { name: 'Kembalikan uang' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Rp${total.toLocaleString('id-ID')}`).waitFor();
  await dialog.getByRole('button', { name: 'Uang sudah diserahkan' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await expectedIn(shiftId)).toBe(before);
  await page.goto('/admin/counter');
  await page
    .getByLabel('Pelanggan')
    .or(page.getByRole('button', { name: 'Pelanggan berikutnya' }))
    .first()
    .waitFor();
  if ((await page.getByRole('button', { name: 'Pelanggan berikutnya' }).count()) > 0) await press('Enter');
});

it('what is not found, what is owed by nobody, and the shift of somebody else', async () => {
  await press('F2');
  await page.keyboard.type('zzzz tidak ada');
  await press('Enter');
  await page.getByText(/^Tidak ditemukan/).waitFor();
  await press('F2');
  await page.keyboard.type(number(0));
  await press('Enter');
  await page.getByText('Tidak ada rekening yang belum dibayar').waitFor();
  await press('Enter');
  await page.goto('/admin/shifts/999999999');
  await page.getByText('Halaman tidak ditemukan').waitFor();
  await page.goto('/admin/drawers');
  await page.getByText('Anda tidak memiliki akses ke halaman ini').waitFor();
});

it('a wrong sale is taken back when a second person signs in the dialog', async () => {
  const before = await expectedIn(shiftId);
  await page.goto('/admin/counter');
  await tabTo(page, 'Transaksi shift ini');
  await press('Enter');
  await page.waitForURL(/\/shifts\/\d+$/);
  await page.getByRole('table').first().waitFor();
  await tabTo(page, /^Batalkan$/);
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const reverse = async (username: string) => {
    await tabTo(page, /Nama pengguna orang kedua/);
    await press('ControlOrMeta+A');
    await page.keyboard.type(username);
    await press('Tab');
    await page.keyboard.type(PASSWORD);
    await press('Enter');
  };
  // What is typed goes where the cursor is: the dialogue has put it into the reason.
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('Nomor pelanggan tertukar dengan tetangga');
  await reverse('kasir');
  await dialog.getByRole('alert').filter({ hasText: 'approval.same_person' }).waitFor();
  await reverse('petugas');
  await dialog.getByRole('alert').filter({ hasText: 'auth.second_person_refused' }).waitFor();
  await reverse('admin');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[data-entry="REVERSAL"]').waitFor();
  expect(await page.locator('[data-entry="WATER"]').first().innerText()).toContain('dibatalkan');
  expect(await expectedIn(shiftId)).toBeLessThan(before);
});

it('fits a phone and is read aloud without a finding', async () => {
  for (const address of ['/admin/counter', `/admin/shifts/${String(shiftId)}`, '/admin/counter/close']) {
    await page.goto(address);
    await page.getByRole('heading').first().waitFor();
    await answered(page);
    expect({ address, found: await seriousFindings(page) }).toEqual({ address, found: [] });
    // A zoom of 200 % on the screen of a counter, and a phone.
    for (const viewport of [{ width: 512, height: 384 }, PHONE]) {
      await page.setViewportSize(viewport);
      expect({ address, viewport, wider: await overflow(page) }).toMatchObject({ wider: 0 });
    }
    await page.setViewportSize(SMALL);
  }
});

it('closed with a difference and its reason; the closing sheet is printed, and what was wrong is a case', async () => {
  await page.goto('/admin/counter');
  await tabTo(page, 'Tutup atau serah terima');
  await press('Enter');
  await page.waitForURL(/\/counter\/close$/);
  await tabTo(page, 'Rp100.000, jumlah lembar');
  const expected = await expectedIn(shiftId);
  const smallest = DENOMINATIONS.at(-1) ?? 0;
  const counted = expected - (expected % smallest) - 5_000;
  left = counted;
  await typeCount(page, counted);
  await page.getByText(/^Selisih kas: kurang/).waitFor();
  await tabTo(page, 'Alasan selisih');
  await page.keyboard.type('Kembalian terlalu banyak');
  await tabTo(page, /^Tutup shift$/);
  await press('Enter');
  await page.waitForURL(/\/shifts\/\d+$/);
  await page.getByText('Ditutup', { exact: true }).first().waitFor();
  expect(await money(page, 'difference')).toBe(counted - expected);
  const [sheet] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/closing-sheet')),
    tabTo(page, 'Cetak berita acara').then(() => press('Enter')),
  ]);
  expect(sheet.headers()['content-type']).toBe('application/pdf');
  // The cursor is where it was: the keyboard goes on from there.
  await page.waitForFunction(() => document.activeElement?.textContent.includes('Cetak berita acara'));
  // what can be done with a sale is not beyond the edge of its table
  const beyond = await page
    .getByRole('button', { name: 'Laporkan keliru' })
    .first()
    .evaluate((button) => {
      const frame = button.closest('[role="region"]')?.getBoundingClientRect();
      return frame === undefined || button.getBoundingClientRect().right > frame.right;
    });
  expect(beyond).toBe(false);
  await tabTo(page, /^Laporkan keliru$/);
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Pelanggan membayar dua kali menurut buktinya');
  await tabTo(page, 'Kirim ke kantor');
  await press('Enter');
  await page.getByText(/^Kasus \d+ dibuka untuk kantor$/).waitFor();
});

it('handed over to another cashier, who signs; a large difference waits for a second person', async () => {
  await page.goto('/admin/counter');
  await page.getByRole('heading', { name: 'Buka shift' }).waitFor();
  await tabTo(page, /^Loket \*$/);
  await page.keyboard.type('UJIA');
  // As a person does: what is marked is seen before it is taken.
  await page.locator('[role="option"][data-combobox-selected]').waitFor();
  await press('Enter');
  await tabTo(page, 'Rp100.000, jumlah lembar');
  await typeCount(page, left);
  await page.getByLabel('Pelanggan').waitFor();
  await page.goto('/admin/counter/close');
  await page.getByText('Serah terima laci', { exact: true }).click();
  const sign = async (password: string) => {
    await page.getByLabel(/Nama pengguna/).fill('kasir2');
    await page
      .getByLabel(/Kata sandi/)
      .first()
      .fill(password);
    await page.getByLabel('Rp100.000, jumlah lembar').focus();
    await typeCount(page, left);
  };
  await sign('bukan kata sandinya');
  await page.getByRole('alert').filter({ hasText: 'auth.second_person_refused' }).waitFor();
  await sign(PASSWORD);
  await page.waitForURL(/\/shifts\/\d+$/);
  expect(await ownShift('kasir2')).not.toBeNull();

  const successor = await signIn(browser, 'kasir2', { viewport: SMALL });
  await successor.page.goto('/admin/counter/close');
  await successor.page.getByLabel('Rp100.000, jumlah lembar').focus();
  await typeCount(successor.page, left - 50_000);
  await successor.page.getByText('Selisih kas: kurang Rp50.000').waitFor();
  await successor.page.getByLabel('Alasan selisih').fill('Satu lembar lima puluh ribu tidak ditemukan');
  await successor.page.getByRole('button', { name: 'Tutup shift' }).press('Enter');
  await successor.page.getByText('Menunggu persetujuan selisih kas').waitFor();
  await successor.page.goto('/admin/counter');
  await successor.page.getByText('Menunggu persetujuan selisih kas').waitFor();
  expect(await successor.page.getByLabel('Pelanggan').count()).toBe(0);
  await approveDifference();
  await successor.page.getByRole('button', { name: 'Periksa lagi' }).press('Enter');
  await successor.page.getByRole('heading', { name: 'Buka shift' }).waitFor();
  expect(successor.problems).toEqual([]);
  await successor.page.context().close();
});

it('closed by a supervisor while it is being paid: the cashier hears that nothing was booked', async () => {
  const cashier = await StaffCaller.logIn('kasir');
  // What the drawer lacked was agreed to.
  const { counted } = inPieces(rupiah(left - 50_000));
  await cashier.post('/counter/shifts', { drawer_id: drawerId, counted });
  const shift = await ownShift('kasir');
  const held = await expectedIn(shift ?? 0);
  await page.goto('/admin/counter');
  await page.getByLabel('Pelanggan').waitFor();
  await takeSheets(number(8));
  const total = await page.getByTestId('total').innerText();
  await page.keyboard.type(String(ENOUGH));
  const supervisor = await StaffCaller.logIn('admin');
  await supervisor.post(`/counter/shifts/${String(shift)}/close-for-cashier`, {
    counted: inPieces(rupiah(held)).counted,
    reason: 'Ditutup saat kasir menerima uang',
  });
  await press('Enter');
  await page.getByRole('heading', { name: 'Buka shift' }).waitFor();
  await page
    .getByRole('alert')
    .filter({ hasText: 'Masih ada keranjang yang belum terjual' })
    .filter({ hasText: total })
    .waitFor();
});

it('the shift of the cashier before is nobody else’s business', async () => {
  if (earlierShift !== null) {
    await page.goto(`/admin/shifts/${String(earlierShift)}`);
    await page.getByRole('heading').first().waitFor();
    expect(await page.getByRole('button', { name: /^Batalkan$/ }).count()).toBe(0);
  }
  expect(problems).toEqual([]);
  expect(await runCommand('invariants', [])).toMatchObject({ code: 0 });
});
