import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { overflow, seriousFindings, uncovered } from './public-page';
import { customerAt, ownPlace, StaffCaller, type ReadCustomer } from './readings';
import { barsOf, filmOf } from './support/bars';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { answered } from './support/answered';
import { agree, signIn as comeIn } from './support/console';
import { clicksThrough } from './support/pages';
import { runCommand } from './support/product';

/*
 * Stands that cannot be right are seen before they become money: two people look at a usage beyond belief, a stand below
 * an estimate says what is kept, and a bill over an exchange of meters can be followed from the screen to the receipt.
 */

clicksThrough(
  '/admin/bills/:id/correction',
  '/admin/disputes/:id',
  '/admin/meter-checks',
  '/admin/readings/round',
  '/admin/readings/sheet',
  '/admin/readings/progress',
  '/t/:token/keberatan/:bill',
  '/keberatan',
  '/keberatan/:ticket',
);

let browser: Browser;
let staff: StaffCaller;
let admin: Page;
let impossible: ReadCustomer;
let estimated: ReadCustomer;
let exchanged: ReadCustomer;
let leaving: ReadCustomer;
let period: string;
let region: number;
const problems: string[][] = [];

/** Each at a browser of their own, from the first test they come into to the last. */
const people = new Map<string, Page>();

async function signIn(username: string): Promise<Page> {
  const known = people.get(username);
  if (known !== undefined) return known;
  const opened = await comeIn(browser, username, { viewport: DESKTOP, locale: 'id-ID' });
  problems.push(opened.problems);
  people.set(username, opened.page);
  return opened.page;
}

async function find(customer: ReadCustomer): Promise<void> {
  await admin.goto(`/admin/readings/new`);
  await admin.getByLabel('Nomor pelanggan').fill(customer.customer_number);
  await admin.getByRole('button', { name: 'Cari', exact: true }).click();
}

async function save(): Promise<void> {
  await admin.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await admin.getByText('tersimpan').first().waitFor();
}

const record = (customer: ReadCustomer, month: string, change: object) =>
  staff.post<{ id: number; version: number }>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period: month,
    condition_code: 'NORMAL',
    ...change,
  });

const verify = ({ id, version }: { id: number; version: number }) =>
  staff.post(`/meter-readings/${String(id)}/decision`, { decision: 'VERIFY', version, note: 'sesuai foto' });

beforeAll(async () => {
  browser = await openBrowser();
  staff = await StaffCaller.logIn('admin');
  const place = await ownPlace(staff, '96');
  ({ region } = place);
  impossible = await customerAt(staff, place, { name: 'Salah Ketik', stand: 1_000 });
  estimated = await customerAt(staff, place, { name: 'Taksiran Tinggi', stand: 1_000 });
  exchanged = await customerAt(staff, place, { name: 'Ganti Meter', stand: 150 });
  leaving = await customerAt(staff, place, { name: 'Pindah Rumah', stand: 500 });
  const { business_date } = await staff.get<{ business_date: string }>('/public/info');
  period = business_date.slice(0, 7);
  admin = await signIn('admin');
});

afterAll(() => browser.close());

it('says at once that 97.000 m³ cannot be, and what two people will have to do', async () => {
  await find(impossible);
  await admin.getByLabel(/stan kini/i).fill('98000');
  await admin.getByText('97.000 m³').first().waitFor();
  await admin.getByText('Di atas batas kemampuan meter').waitFor();
  await admin.getByText(/Batas wajar [\d.]+ m³\. Di atasnya dua orang/).waitFor();
  await save();
});

it('keeps the first look and waits for a second person', async () => {
  await admin.goto(`/admin/verification?severity=ERROR&region_id=${String(region)}`);
  await admin.getByText('Jauh di atas pemakaian golongan ini').waitFor();
  await admin.getByText(/Di atas batas wajar [\d.]+ m³: dua orang/).waitFor();
  await admin.getByRole('button', { name: /^Terima/ }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('angka sesuai foto');
  await dialog.getByRole('button', { name: 'Terima' }).click();
  await admin.getByText(/pemeriksaan pertama tersimpan/).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await admin.getByText(/Sudah diperiksa Andi Pratama pada .*“angka sesuai foto”/).waitFor();

  await admin.getByRole('button', { name: /^Terima/ }).click();
  await dialog.getByRole('textbox').fill('sudah saya lihat');
  await dialog.getByRole('button', { name: 'Terima' }).click();
  await dialog.getByText('Harus dilihat orang kedua').waitFor();
});

it('lets the second person send it back, in English too', async () => {
  const second = await signIn('super');
  await second.addInitScript(() => {
    localStorage.setItem('tirtapay.language', 'en');
  });
  await second.goto(`/admin/verification?severity=ERROR&region_id=${String(region)}`);
  await second.getByText(/Above the ceiling of [\d,]+ m³: two people/).waitFor();
  await second.getByText(/Andi Pratama looked at it on/).waitFor();
  await second.setViewportSize(PHONE);
  expect(await overflow(second)).toBe(0);
  await second.setViewportSize(DESKTOP);
  await second.getByRole('button', { name: /^Read again/ }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByRole('textbox').fill('foto tidak jelas');
  await dialog.getByRole('button', { name: 'Read again' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

it('takes a true stand below an estimate, and says that it will be settled', async () => {
  const before = new Date(Date.parse(`${period}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 7);
  await verify(await record(estimated, before, { current_stand: undefined, condition_code: 'TERKUNCI' }));
  await find(estimated);
  await admin.getByLabel(/stan kini/i).fill('1005');
  await admin
    .getByText(/Stan lalu hasil taksiran yang terlalu tinggi\. Saat diverifikasi, pemakaian dibagi lagi/)
    .waitFor();
  await admin.getByText('Stan di bawah taksiran sebelumnya').waitFor();
  await save();
});

it('settles the estimated month when it is verified, on a draft that can be held', async () => {
  const [reading] = (
    await staff.get<{ data: { id: number; version: number }[] }>(
      `/meter-readings?period=${period}&customer_id=${String(estimated.id)}`,
    )
  ).data;
  if (reading === undefined) throw new Error('no reading');
  await admin.goto(`/admin/verification?severity=WARNING&region_id=${String(region)}`);
  await admin.getByText('Menyelesaikan bulan-bulan sebelumnya').waitFor();
  await admin.getByText('(tadinya taksiran)').waitFor();
  await verify(reading);
  const [draft] = (
    await staff.get<{ data: { id: number }[] }>(
      `/bills?customer_id=${String(estimated.id)}&state=DRAFT&period=${period}`,
    )
  ).data;
  await admin.goto(`/admin/bills/${String(draft?.id)}`);
  await admin.getByRole('button', { name: 'Tahan draf' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Menunggu cek kebocoran');
  await dialog.getByRole('button', { name: 'Tahan draf' }).click();
  const main = admin.locator('main');
  await main.getByText('Draf ini ditahan').waitFor();
  await main.getByText('Menunggu cek kebocoran').waitFor();
  await admin.getByRole('button', { name: 'Lepas draf' }).click();
  await main.getByText('Draf ini ditahan').waitFor({ state: 'hidden' });
});

it('exchanges a meter with its hour, puts a slip in it right, and counts the next stand over both', async () => {
  await admin.goto(`/admin/customers/${String(exchanged.id)}?tab=meter`);
  await admin.getByRole('tab', { name: 'Meter' }).click();
  await admin.getByRole('button', { name: 'Ganti meter' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel(/Stan akhir meter lama/).fill('615');
  await dialog.getByLabel('Jam penggantian').fill('00:00');
  await dialog.getByLabel(/seri meter baru/).fill('BARU-7315');
  await dialog.getByLabel(/Stan saat dipasang/).fill('3');
  await dialog.getByLabel(/Alasan/).fill('Kaca meter pecah');
  await dialog.getByRole('button', { name: 'Ganti meter' }).click();
  await dialog.waitFor({ state: 'hidden' });
  // In the panel and in the history.
  await admin.getByText('BARU-7315').nth(1).waitFor();
  await admin.getByRole('button', { name: 'Betulkan data' }).click();
  await dialog.getByLabel(/Stan akhir meter lama/).fill('165');
  await dialog.getByLabel(/Sebab pembetulan/).fill('Angka tertukar');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await find(exchanged);
  await admin.getByLabel(/stan kini/i).fill('13');
  await admin.getByText('Rp70.000').first().waitFor();
  await save();
});

it('shows both meters to whoever verifies, on the bill, to the customer and on the receipt', async () => {
  const readings = await staff.get<{ data: { id: number; version: number }[] }>(
    `/meter-readings?period=${period}&customer_id=${String(exchanged.id)}`,
  );
  const [reading] = readings.data;
  if (reading === undefined) throw new Error('no reading');
  await admin.goto(`/admin/readings?detail=${String(reading.id)}`);
  await admin.getByText('150 → 165').waitFor();
  await admin.getByText('3 → 13').waitFor();
  await verify(reading);
  await staff.post('/bill-runs', { period, region_id: region });
  const bill = await issued();
  await admin.goto(`/admin/bills/${String(bill)}`);
  await admin.getByText('(165 − 150) + (13 − 3) = 25 m³').waitFor();
  await admin.getByText('Meter lama').waitFor();
  await admin.getByText('150 → 165').waitFor();

  const { page, problems: seen } = await openPage(browser, { viewport: PHONE });
  problems.push(seen);
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(exchanged.customer_number);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\//);
  await page.getByText('Meter diganti bulan ini').waitFor();
  const words = await page.locator('main').innerText();
  expect(words).toContain('150 → 165');
  expect(words).toContain('3 → 13');
  expect(await overflow(page)).toBe(0);

  const paid = await runCommand('bank', ['pay', exchanged.customer_number]);
  expect(paid.output).toContain('Rp72.500');
  const receipt = /https?:\/\/\S+(\/bukti\/[A-Za-z0-9_-]+)/.exec(paid.output)?.[1] ?? '';
  await page.goto(receipt);
  const stands = page.getByRole('table', { name: 'Lembar yang dibayar' });
  await stands.getByText('meter lama').waitFor();
  expect((await stands.innerText()).replace(/\s+/g, ' ')).toContain(
    '150–165 meter lama 3–13 meter baru 25 m³',
  );
  expect(await overflow(page)).toBe(0);
});

it('corrects the bill after it was paid, by two people, and tells the customer', async () => {
  const bill = (
    await staff.get<{ data: { id: number; state: string }[] }>(
      `/bills?customer_id=${String(exchanged.id)}&period=${period}&state=PAID`,
    )
  ).data[0];
  await admin.goto(`/admin/bills/${String(bill?.id)}`);
  await admin.getByRole('link', { name: 'Ajukan koreksi' }).click();
  await admin.getByLabel('Stan yang benar').fill('99999999');
  await admin.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await admin.getByText(/Lebih banyak angka daripada digit meter/).waitFor();
  await admin.getByLabel('Stan yang benar').fill('12');
  await admin.getByRole('button', { name: 'Lihat akibatnya' }).click();
  const effect = admin.getByRole('region', { name: 'Akibat koreksi' });
  await effect.getByText('25 → 24 m³').waitFor();
  await effect.getByText('Rp3.000 menjadi titipan pelanggan.').waitFor();
  await admin.setViewportSize(PHONE);
  expect(await overflow(admin)).toBe(0);
  await admin.setViewportSize(DESKTOP);
  await admin.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Angka 13 ternyata 12 di foto');
  await dialog.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  await admin.waitForURL(/\/bills\/\d+$/);

  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals?kind=bill_correction');
  await manager
    .getByText(/Koreksi tagihan .*stan 13 → 12/)
    .first()
    .click();
  await manager.getByRole('region', { name: 'Akibat koreksi' }).getByText('25 → 24 m³').waitFor();
  await agree(manager);

  await admin.goto(`/admin/bills/${String(bill?.id)}`);
  await admin.getByText(/NK-\d+ · Stan salah/).waitFor();
  await admin.getByText('Diajukan Andi Pratama, disetujui').waitFor();

  const { page, problems: seen } = await openPage(browser, { viewport: PHONE });
  problems.push(seen);
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(exchanged.customer_number);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\//);
  await page.getByText('Kelebihan Rp3.000 menjadi titipan Anda.').waitFor();
  await page.getByText('Anda punya titipan Rp3.000').waitFor();
  expect(await overflow(page)).toBe(0);
});

/** The id of the exchanged customer's bill, once the run has issued it. */
async function issued(): Promise<number> {
  await admin.goto(`/admin/bills?customer_id=${String(exchanged.id)}`);
  for (;;) {
    const { data } = await staff.get<{ data: { id: number; state: string }[] }>(
      `/bills?customer_id=${String(exchanged.id)}&period=${period}`,
    );
    const bill = data.find(({ state }) => state === 'ISSUED');
    if (bill !== undefined) return bill.id;
    await admin.waitForTimeout(250);
  }
}

it('hears a customer who doubts a bill: a reader with a photo, two people, an answer by the ticket', async () => {
  // Beyond those the counter takes from the end.
  const number = (await owingCustomers(1)).at(-9) ?? '';
  const [owing] = (await staff.get<{ data: { meter: { serial: string } }[] }>(`/customers?q=${number}`)).data;
  const digits = owing?.meter.serial.replace(/\D/g, '').slice(-4) ?? '';
  const { page, problems: seen } = await openPage(browser, { viewport: PHONE });
  problems.push(seen);
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(number);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\//);
  const details = page.getByText('Lihat perhitungan').first();
  const doubt = page.getByRole('link', { name: 'Merasa ada yang keliru? Ajukan keberatan' }).first();
  if (!(await doubt.isVisible())) await details.click();
  await doubt.click();
  await page.waitForURL(/\/keberatan\//);
  await page.getByRole('button', { name: 'Kirim keberatan' }).click();
  await page.getByText('Tuliskan sedikitnya 10 huruf.').waitFor();
  await page.getByText('Isi tepat 4 angka.').waitFor();
  await page.getByLabel('Yang menurut Anda keliru').selectOption('STAND');
  await page.getByLabel('Ceritakan').fill('Angka di meter tidak sama dengan tagihan.');
  await page.getByLabel('4 angka terakhir nomor meter').fill(digits === '0000' ? '1111' : '0000');
  await page.getByRole('button', { name: 'Kirim keberatan' }).click();
  await page.getByText('Angkanya tidak cocok dengan nomor meter.').waitFor();
  await page.getByLabel('4 angka terakhir nomor meter').fill(digits);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Kirim keberatan' }).click();
  const ticket = (await page.getByText(/^KB-\w{5}-\w{5}$/).innerText()).trim();

  await admin.goto('/admin/cases?kind=DISPUTE&status=OPEN');
  await admin.getByRole('link', { name: 'Keberatan pelanggan' }).last().click();
  await admin
    .getByRole('dialog')
    .getByText(/Angka di meter tidak sama dengan tagihan/)
    .first()
    .waitFor();
  await admin.getByRole('link', { name: 'Buka keberatan' }).click();
  await admin.getByRole('heading', { name: new RegExp(ticket) }).waitFor();
  await admin.getByRole('button', { name: 'Minta periksa meter' }).click();
  let dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Foto stan dengan jelas');
  await dialog.getByRole('button', { name: 'Minta periksa meter' }).click();
  await admin.getByText(/Diminta oleh/).waitFor();

  const reader = await signIn('petugas');
  await reader.setViewportSize(PHONE);
  await reader.goto('/admin/meter-checks');
  await reader.getByText('Foto stan dengan jelas').waitFor();
  await reader.getByRole('button', { name: 'Kirim hasil' }).click();
  await reader.getByText('Ambil foto meternya dahulu.').waitFor();
  await reader.getByLabel('Stan yang terlihat').fill('99999');
  await reader.getByLabel(/^Foto meter/).setInputFiles({
    name: 'meter.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await reader.getByRole('button', { name: 'Kirim hasil' }).click();
  await reader.getByText('Berkas ini bukan foto').waitFor();
  await reader.getByLabel(/^Foto meter/).setInputFiles({
    name: 'meter.png',
    mimeType: 'image/png',
    buffer: await reader.screenshot(),
  });
  await reader.getByLabel('Stan yang terlihat').fill('99999');
  expect(await overflow(reader)).toBe(0);
  await reader.getByRole('button', { name: 'Kirim hasil' }).click();
  await reader.getByText('Tidak ada meter yang perlu diperiksa.').waitFor();

  await admin.reload();
  await admin.getByText(/di atas stan yang ditagih/).waitFor();
  await admin.getByRole('img', { name: 'Foto meter dari pemeriksaan' }).waitFor();
  await admin.getByRole('button', { name: 'Tagihan benar' }).click();
  dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Stan di foto sesuai dengan tagihan.');
  await dialog.getByRole('button', { name: 'Tagihan benar' }).click();
  await admin.getByText('Penyelesaiannya sudah diajukan').waitFor();

  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals?kind=dispute_release');
  await manager
    .getByText(new RegExp(`Keberatan ${ticket}`))
    .first()
    .click();
  await agree(manager);

  await page.getByRole('link', { name: 'Buka halaman tiket ini' }).click();
  await page.waitForURL(new RegExp(`/keberatan/${ticket}$`));
  await page.reload();
  await page.getByRole('link', { name: 'Ikuti keberatan' }).click();
  await page.getByLabel('Nomor tiket').fill('KB-0');
  await page.keyboard.press('Enter');
  await page.getByText(/Nomor tiket terdiri atas KB/).waitFor();
  await page.getByLabel('Nomor tiket').fill('KB-AAAAA-BBBBB');
  await page.keyboard.press('Enter');
  await page.getByText('Nomor tiket tidak ditemukan').waitFor();
  await page.getByLabel('Nomor tiket').fill(ticket.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/keberatan/${ticket}$`));
  await page.getByText('Stan di foto sesuai dengan tagihan.').waitFor();
  await page.getByText(/Denda dihitung lagi mulai dari tempat berhentinya/).waitFor();
  expect(await overflow(page)).toBe(0);
});

it('closes a connection with its last stand, frees the meter, and takes it up again', async () => {
  await admin.goto(`/admin/customers/${String(leaving.id)}`);
  await admin.getByRole('button', { name: 'Tutup sambungan' }).click();
  let dialog = admin.getByRole('dialog');
  await dialog.getByText('Dilepas pada stan 500 (bacaan terakhir)').waitFor();
  await admin.setViewportSize(PHONE);
  expect(await overflow(admin)).toBe(0);
  await admin.setViewportSize(DESKTOP);
  await dialog.getByRole('textbox').fill('Pindah ke kota lain');
  await dialog.getByRole('button', { name: 'Tutup sambungan' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await admin.getByText('Nonaktif', { exact: true }).first().waitFor();
  await admin.getByRole('button', { name: 'Buka kembali' }).click();
  dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Kembali menempati rumah');
  await dialog.getByRole('button', { name: 'Buka kembali' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await admin.getByText('Calon', { exact: true }).first().waitFor();
  // Without a meter there is nothing to activate: the page leads to what comes first.
  expect(await admin.getByRole('button', { name: 'Aktifkan' }).count()).toBe(0);
  await admin.getByRole('link', { name: 'Pasang meter' }).click();
  await admin.getByRole('button', { name: 'Pasang meter' }).click();
  dialog = admin.getByRole('dialog');
  await dialog.getByLabel(/seri meter baru/).fill('KEMBALI-7316');
  await dialog.getByRole('button', { name: 'Pasang meter' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await admin.getByText('KEMBALI-7316').first().waitFor();
  await admin.getByRole('button', { name: 'Aktifkan' }).click();
  dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Meter terpasang');
  await dialog.getByRole('button', { name: 'Aktifkan' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await admin.getByText('Aktif', { exact: true }).first().waitFor();
});

it('puts right a stand of an exchange that was billed already, by two people', async () => {
  const { data } = await staff.get<{ data: { id: number; state: string }[] }>(
    `/bills?customer_id=${String(exchanged.id)}&period=${period}&state=PAID`,
  );
  await admin.goto(`/admin/bills/${String(data[0]?.id)}`);
  await admin.getByRole('link', { name: 'Ajukan koreksi' }).click();
  // What stands after the first correction, which the bill itself does not say.
  await admin.getByText('Tercatat 12', { exact: true }).waitFor();
  await admin.getByText('Penggantian meter', { exact: true }).click();
  await admin.getByText('Tercatat 165', { exact: true }).waitFor();
  await admin.getByLabel('Stan akhir meter lama yang benar').fill('149');
  await admin.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await admin.getByText(/Stan akhir meter lama di bawah stan bulan sebelumnya/).waitFor();
  await admin.getByLabel('Stan akhir meter lama yang benar').fill('160');
  await admin.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await admin.getByRole('region', { name: 'Akibat koreksi' }).getByText('24 → 19 m³').waitFor();
  await admin.setViewportSize(PHONE);
  expect(await overflow(admin)).toBe(0);
  await admin.setViewportSize(DESKTOP);
  await admin.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Berita acara penggantian menyebut 160');
  await dialog.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  await admin.waitForURL(/\/bills\/\d+$/);

  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals?kind=bill_correction');
  await manager
    .getByText(/Koreksi tagihan .*stan akhir meter lama 165 → 160/)
    .first()
    .click();
  await manager.getByRole('region', { name: 'Akibat koreksi' }).getByText('24 → 19 m³').waitFor();
  await agree(manager);

  // The meter is put right, and the bill still says what it was paid for.
  await admin.goto(`/admin/customers/${String(exchanged.id)}?tab=meter`);
  await admin.getByRole('cell', { name: '160', exact: true }).waitFor();
  await admin.goto(`/admin/bills/${String(data[0]?.id)}`);
  await admin.getByText('150 → 165').waitFor();
  await admin.getByRole('link', { name: 'Ajukan koreksi' }).click();
  await admin.getByText('Penggantian meter', { exact: true }).click();
  await admin.getByText('Tercatat 160', { exact: true }).waitFor();
});

describe('a day of a reader', () => {
  let street: ReadCustomer[];
  let route: number;
  let streetRegion: number;
  let film: string;
  let seeing: Browser;
  let reader: Page;
  let seen: string[];
  const spared = new Set<string>();
  const stand = () => reader.getByLabel(/stan kini/i);
  const main = () => reader.locator('main');

  beforeAll(async () => {
    const place = await ownPlace(staff, '95');
    route = place.route;
    streetRegion = place.region;
    street = [];
    for (const [index, name] of ['Ani Pertama', 'Budi Kedua', 'Cici Ketiga', 'Dodi Keempat'].entries())
      street.push(await customerAt(staff, place, { name, stand: 100 * (index + 1) }));
    film = mkdtempSync(join(tmpdir(), 'film '));
    await filmOf(street[1]?.customer_number ?? '', join(film, 'meter.mjpeg'));
    seeing = await openBrowser({ camera: join(film, 'meter.mjpeg') });
    const opened = await comeIn(seeing, 'petugas', { viewport: PHONE });
    seen = opened.problems;
    reader = opened.page;
    reader.on('request', (request) => {
      if (request.url().endsWith('.wasm')) spared.add(new URL(request.url()).pathname);
    });
  });

  afterAll(async () => {
    await seeing.close();
    rmSync(film, { recursive: true, force: true });
  });

  const photo = async (page: Page) => {
    await page.getByLabel('Pilih foto meter').setInputFiles({
      name: 'meter.png',
      mimeType: 'image/png',
      buffer: await page.screenshot(),
    });
    await page.getByRole('button', { name: 'Foto siap, ganti' }).waitFor();
  };

  /** The page is looked at again a minute later: it asks anew for what it knows. */
  const comeBack = (page: Page) =>
    page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 60_000;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });

  it('begins with the walk of the route, in the order it is walked', async () => {
    await reader.goto(`/admin/readings/round?route=${String(route)}`);
    await main().getByText('0 dari 4 selesai').first().waitFor();
    await main().getByRole('button', { name: 'Atur urutan' }).click();
    await main().getByRole('button', { name: 'Pindahkan Dodi Keempat ke paling atas' }).click();
    expect(await overflow(reader)).toBe(0);
    expect(await seriousFindings(reader)).toEqual([]);
    await main().getByRole('button', { name: 'Simpan urutan' }).click();
    await main().getByRole('link', { name: 'Mulai dari Dodi Keempat' }).waitFor();
    const walk = await main()
      .getByRole('list', { name: 'Pelanggan di rute ini' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(walk.map((text) => text.split('\n')[0])).toEqual([
      'Dodi Keempat',
      'Ani Pertama',
      'Budi Kedua',
      'Cici Ketiga',
    ]);
    const download = reader.waitForEvent('download');
    await main().getByRole('button', { name: 'Cetak label' }).click();
    expect((await download).suggestedFilename()).toMatch(/^label-meter-\d+\.pdf$/);
  });

  it('says that a meter is not there, and goes on to the next house by itself', async () => {
    await main().getByRole('link', { name: 'Mulai dari Dodi Keempat' }).click();
    await main().getByText('Dodi Keempat').first().waitFor();
    expect(spared.size).toBe(0);
    await main().getByText('Meter tidak ditemukan', { exact: true }).click();
    await main().getByText('Sertakan foto: pemeriksa akan memintanya.').waitFor();
    await main()
      .getByRole('button', { name: /simpan & berikutnya/i })
      .click();
    await main().getByText('1 dari 4 selesai').first().waitFor();
    await main().getByText('Ani Pertama').first().waitFor();
  });

  it('opens whoever the camera sees, and sends the photo with the stand', async () => {
    await main().getByRole('button', { name: 'Pindai' }).click();
    await main().getByText('Budi Kedua').first().waitFor();
    await stand().fill('225');
    await main().getByText('Rp70.000').first().waitFor();
    await photo(reader);
    expect(await overflow(reader)).toBe(0);
    expect(await seriousFindings(reader)).toEqual([]);
    // The signal is gone for a moment: tried again, without a word.
    let lost = 0;
    await reader.route('**/photo', (call) => {
      lost += 1;
      return lost === 1 ? call.abort() : call.continue();
    });
    await main()
      .getByRole('button', { name: /simpan & berikutnya/i })
      .click();
    await reader.getByText('Budi Kedua: 25 m³ dan fotonya tersimpan').waitFor();
    // What was saved is said beside the fields, and lies over none of them.
    await main().getByText('Cici Ketiga').first().waitFor();
    for (const field of [main().getByLabel('Nomor pelanggan'), stand()]) {
      expect(await uncovered(field)).toBe(true);
    }
    expect(lost).toBe(2);
    await reader.unroute('**/photo');
    await main().getByText('Cici Ketiga').first().waitFor();
  });

  it('keeps a photo that was refused, and the stand is safe meanwhile', async () => {
    await stand().fill('312');
    await photo(reader);
    // Back from the camera, and no signal: what was typed and taken is still there.
    await reader.route('**/meter-readings/context*', (call) => call.abort());
    await comeBack(reader);
    await main().getByText('Server tidak dapat dihubungi').waitFor();
    expect(await stand().inputValue()).toBe('312');
    await main().getByRole('button', { name: 'Foto siap, ganti' }).waitFor();
    await reader.unroute('**/meter-readings/context*');
    await main().getByRole('button', { name: 'Coba lagi' }).first().click();
    await main().getByText('Server tidak dapat dihubungi').waitFor({ state: 'detached' });
    await reader.route('**/photo', (call) =>
      call.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'photo.invalid', title: 'Foto tidak dapat dipakai', status: 422 }),
      }),
    );
    await main()
      .getByRole('button', { name: /simpan & berikutnya/i })
      .click();
    await main().getByText('Stan tersimpan, fotonya belum').waitFor();
    await main().getByText('Cici Ketiga: stan 312 sudah aman di server.').waitFor();
    expect(await overflow(reader)).toBe(0);
    // Asked again, the month is read: by this very form, whose photo still waits.
    const asked = reader.waitForResponse((answer) => answer.url().includes('/meter-readings/context'));
    await comeBack(reader);
    await asked;
    await answered(reader);
    await reader.unroute('**/photo');
    await main().getByRole('button', { name: 'Kirim ulang foto' }).click();
    await reader.getByText('Foto meter tersimpan').waitFor();
    // Left out before: the walk comes back to it.
    await main().getByText('Ani Pertama').first().waitFor();
    // The signal that was gone is the browser's own complaint; nothing else went wrong.
    expect(seen.filter((problem) => !problem.includes('ERR_FAILED'))).toEqual([]);
  });

  it('has a way on without a camera: a picture of the code, and what is typed', async () => {
    const opened = await comeIn(browser, 'petugas', { viewport: PHONE });
    problems.push(opened.problems);
    const { page } = opened;
    await page.goto('/admin/readings/new');
    await page.getByRole('button', { name: 'Pindai' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Kamera tidak/).waitFor();
    expect(await overflow(page)).toBe(0);
    const show = async (buffer: Buffer) =>
      dialog.getByLabel('Foto barcode').setInputFiles({ name: 'kode.png', mimeType: 'image/png', buffer });
    await show(await page.screenshot());
    await dialog.getByText(/Tidak ada barcode yang terbaca/).waitFor();
    await show(Buffer.from('no picture'));
    await dialog.getByText('Foto ini tidak dapat dibaca. Ketik nomornya.').waitFor();
    await show(await barsOf(street[0]?.customer_number ?? ''));
    await page.locator('main').getByText('Ani Pertama').first().waitFor();
    await page.getByRole('button', { name: 'Pindai' }).click();
    await dialog.getByLabel('Nomor pelanggan atau nomor meter').fill('uji-tidakada');
    await page.keyboard.press('Enter');
    await page.getByText('Tidak ada meter terpasang dengan nomor uji-tidakada').waitFor();
    await page.getByRole('button', { name: 'Pindai' }).click();
    await dialog.getByLabel('Nomor pelanggan atau nomor meter').fill('uji-cicketiga');
    await page.keyboard.press('Enter');
    await page.getByText('Tidak ada meter terpasang dengan nomor uji-cicketiga').waitFor();
    await page.getByRole('button', { name: 'Pindai' }).click();
    await dialog.getByLabel('Nomor pelanggan atau nomor meter').fill('uji-ciciketiga');
    await page.keyboard.press('Enter');
    await page.locator('main').getByText('Periode ini sudah dicatat').waitFor();
  });

  it('takes a pasted sheet row by row, and nothing of it while one row is wrong', async () => {
    await admin.goto('/admin/readings');
    await admin.getByRole('link', { name: 'Lembar catatan' }).click();
    const sheet = admin.locator('main');
    const cell = (label: string, row: number) =>
      sheet.getByLabel(`${label}, baris ${String(row)}`, { exact: true });
    await cell('Nomor pelanggan', 1).focus();
    await admin.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      `No. SL\tStan\tKondisi\n${street[0]?.customer_number ?? ''}\t1,5\t\n${street[1]?.customer_number ?? ''}\t230\t\n`,
    );
    await sheet.getByRole('button', { name: 'Periksa dahulu' }).click();
    await sheet.getByText('Stan harus bilangan bulat').waitFor();
    await cell('Stan kini (m³)', 1).fill('109');
    await cell('Stan kini (m³)', 1).press('Enter');
    expect(await admin.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('stand-1');
    await sheet.getByRole('button', { name: 'Periksa dahulu' }).click();
    await sheet.getByText('Meter sudah dicatat', { exact: false }).waitFor();
    await sheet.getByText('Ani Pertama: 9 m³, Rp28.000').waitFor();
    expect(await sheet.getByRole('button', { name: /^Simpan/ }).isDisabled()).toBe(true);
    expect(await overflow(admin)).toBe(0);
    expect(await seriousFindings(admin)).toEqual([]);
    await sheet.getByRole('button', { name: 'Hapus baris 2' }).click();
    await sheet.getByRole('button', { name: 'Periksa dahulu' }).click();
    await sheet.getByRole('button', { name: 'Simpan 1 catatan' }).click();
    await admin.getByText('1 catatan tersimpan').waitFor();
  });

  it('is seen by whoever leads them: how far each route is, and who read it', async () => {
    const manager = await signIn('manajer');
    await manager.goto(`/admin/readings/progress?region_id=${String(streetRegion)}`);
    const table = manager.locator('main');
    await table.getByText('4 dari 4 selesai').waitFor();
    await table.getByRole('table', { name: 'Per petugas' }).getByRole('row').nth(2).waitFor();
    for (const viewport of [PHONE, DESKTOP]) {
      await manager.setViewportSize(viewport);
      expect(await overflow(manager)).toBe(0);
    }
    expect(await seriousFindings(manager)).toEqual([]);
    await table.getByRole('link', { name: '0001 Jalur uji' }).click();
    await manager.getByText('Dodi Keempat').waitFor();
    expect(await manager.getByRole('button', { name: 'Atur urutan' }).count()).toBe(0);
  });
});

it('asked no other origin and raised no error on the way', () => {
  expect(problems.flat()).toEqual([]);
});
