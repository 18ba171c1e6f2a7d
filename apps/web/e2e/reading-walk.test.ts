import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { customerAt, ownPlace, StaffCaller, type ReadCustomer } from './readings';
import { openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough, noteVisits } from './support/pages';

/* A reader's day without a signal: nothing that was read is lost, sent twice, or gone before the server has it. */

clicksThrough('/admin/readings/walk');

const WALK = '/admin/readings/walk';

let browser: Browser;
let staff: StaffCaller;
let street: ReadCustomer[];
let place: Awaited<ReturnType<typeof ownPlace>>;
let route: number;
let period: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  staff = await StaffCaller.logIn('admin');
  place = await ownPlace(staff, '93');
  ({ route } = place);
  street = [];
  for (const [name, stand] of [
    ['Ani Lembah', 100],
    ['Budi Lembah', 200],
    ['Cici Lembah', 300],
  ] as const)
    street.push(await customerAt(staff, place, { name, stand }));
  const { business_date } = await staff.get<{ business_date: string }>('/public/info');
  period = business_date.slice(0, 7);
  const opened = await signIn(browser, 'petugas', { viewport: PHONE, locale: 'id-ID' });
  page = opened.page;
  context = page.context();
});

afterAll(() => browser.close());

interface Found {
  readonly data: { current_stand: number; has_photo: boolean }[];
}

const stored = async (customer: ReadCustomer | undefined) =>
  (
    await staff.get<Found>(
      `/meter-readings?q=${customer?.customer_number ?? ''}&period=${period}&page_size=10`,
    )
  ).data;

const read = async (name: string, stand: string) => {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await type(name, stand);
};

const type = async (name: string, stand: string) => {
  await page.getByText(name).first().waitFor();
  await page.getByLabel(/stan kini/i).fill(stand);
  await page.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await page.getByText(`${name}: stan tersimpan di perangkat ini`).waitFor();
};

it('takes a route along, and the page with it', async () => {
  await page.goto(`/admin/readings/round?route=${String(route)}&period=${period}`);
  await page.getByRole('button', { name: 'Bawa rute tanpa sinyal' }).click();
  await page.waitForURL(`**${WALK}`);
  await page.getByText(/halaman ini dapat dibuka tanpa sinyal/).waitFor();
  await page.getByText('Semua catatan sudah terkirim').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(await overflow(page)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
});

it('opens without a signal and keeps what is read, also when the telephone is turned off between two houses', async () => {
  await context.setOffline(true);
  await page.close();
  page = await context.newPage();
  noteVisits(page);
  await page.goto(WALK);
  await page.getByText(/Tidak ada sinyal/).waitFor();
  await page.getByRole('button', { name: /^Ani Lembah/ }).click();
  await page.getByLabel(/stan kini/i).fill('50');
  await page.getByText(/Stan lebih kecil dari stan lalu \(100\)/).waitFor();
  await page.getByLabel(/stan kini/i).fill('112');
  // What was typed is still there after a look at the list.
  await page.getByRole('button', { name: 'Lewati' }).click();
  await page.getByText('Budi Lembah').first().waitFor();
  await page.getByRole('button', { name: 'Daftar rute' }).click();
  await page.getByRole('button', { name: /^Ani Lembah/ }).click();
  expect(await page.getByLabel(/stan kini/i).inputValue()).toBe('112');
  await page.getByText('Pemakaian 12 m³').waitFor();
  await page.getByLabel('Pilih foto meter').setInputFiles({
    name: 'meter.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await page.getByRole('button', { name: 'Foto siap, ganti' }).waitFor();
  await page.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await page.getByText('1 catatan belum terkirim').waitFor();
  await type('Budi Lembah', '215');
  await page.getByText('2 catatan belum terkirim').waitFor();
  expect(await overflow(page)).toBe(0);

  await page.close();
  page = await context.newPage();
  await page.goto(WALK);
  await page.getByText('2 catatan belum terkirim').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Budi Lembah · 215' }).waitFor();
  expect(await stored(street[0])).toEqual([]);
});

it('puts right what still waits: one stand of a house, never two', async () => {
  await page.getByText('Selesai 2', { exact: true }).click();
  await read('Budi Lembah', '214');
  await page.getByText('2 catatan belum terkirim').waitFor();
});

it('sends all by itself when the signal comes back, each once and with its photo', async () => {
  await context.setOffline(false);
  await page.getByText('Semua catatan sudah terkirim').waitFor();
  expect(await stored(street[0])).toMatchObject([{ current_stand: 112, has_photo: true }]);
  expect(await stored(street[1])).toMatchObject([{ current_stand: 214, has_photo: false }]);
});

it('says what the server refuses and why, and never writes over what somebody else has read', async () => {
  await context.setOffline(true);
  await page.goto(WALK);
  await read('Cici Lembah', '320');
  await staff.post('/meter-readings', {
    client_id: randomUUID(),
    customer_number: street[2]?.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: 311,
  });
  await context.setOffline(false);
  await page.getByText('1 catatan ditolak server').waitFor();
  expect(await stored(street[2])).toMatchObject([{ current_stand: 311 }]);
  // What there is, and what a reader does who is right.
  await page.getByText(/sudah dicatat dengan stan 311 dan belum diverifikasi/).waitFor();
  await page.getByText(/bila kantor meminta baca ulang, tekan Kirim lagi/).waitFor();
  await page.getByRole('link', { name: 'Lihat catatan yang ada' }).click();
  await page.getByText('Cici Lembah').first().waitFor();
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  await page.getByRole('button', { name: 'Kirim lagi' }).click();
  await page.getByText('1 catatan ditolak server').waitFor();
  await page.getByRole('button', { name: 'Buang catatan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Buang catatan' }).click();
  await page.getByText('Semua catatan sudah terkirim').waitFor();
  // The server has a stand of this house: it is not open again.
  await page.getByText('Selesai 3', { exact: true }).waitFor();
});

it('leaves no names on the device when the reader logs out', async () => {
  await page.goto('/admin/readings/round');
  await page.getByRole('link', { name: 'Rute yang sedang dibawa di perangkat ini' }).waitFor();
  await page.getByRole('button', { name: /^Akun/ }).click();
  await page.getByRole('menuitem', { name: /Keluar/ }).click();
  await page.waitForURL('**/login');
  await page.goto(WALK);
  await page.getByText('Belum ada rute di perangkat ini.').waitFor();
});

it('leads whoever decides at the office to where the other reading is sent back', async () => {
  const { customer_number } = await customerAt(staff, place, { name: 'Dedi Lembah', stand: 400 });
  const { page: office } = await signIn(browser, 'admin', { viewport: PHONE, locale: 'id-ID' });
  await office.goto(`/admin/readings/round?route=${String(route)}&period=${period}`);
  await office.getByRole('button', { name: 'Bawa rute tanpa sinyal' }).click();
  await office.waitForURL(`**${WALK}`);
  await office.getByText(/halaman ini dapat dibuka tanpa sinyal/).waitFor();
  await office.context().setOffline(true);
  await office.getByRole('button', { name: /^Dedi Lembah/ }).click();
  await office.getByLabel(/stan kini/i).fill('420');
  await office.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await office.getByText('1 catatan belum terkirim').waitFor();
  await staff.post('/meter-readings', {
    client_id: randomUUID(),
    customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: 411,
  });
  await office.context().setOffline(false);
  await office.getByText('1 catatan ditolak server').waitFor();
  await office
    .getByText(/kembalikan catatan itu di Verifikasi untuk dibaca ulang, lalu tekan Kirim lagi/)
    .waitFor();
  expect(await overflow(office)).toBe(0);
  // It has no bill yet that could be corrected.
  expect(await office.getByRole('link', { name: 'Ajukan koreksi' }).count()).toBe(0);
  await office.getByRole('link', { name: 'Buka Verifikasi' }).click();
  await office.waitForURL(`**/admin/verification?period=${period}`);
});
