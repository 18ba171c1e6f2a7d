import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { agree, signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { productAccess } from './support/product';

/* The first day. The files of the system before: refused by the line, mended, taken, owed, and found by the number everybody knows. */

clicksThrough(
  '/admin/import',
  '/admin/import/:id',
  '/admin/import/history',
  '/admin/settings',
  '/admin/setup',
  '/admin/users/roles',
);

const CUSTOMERS = 300;
let browser: Browser;
let page: Page;
let problems: string[];
let place: { region: string; route: string; tariff: string };

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
  await page.goto('/admin/customers');
  const number =
    (await page
      .locator('main tbody')
      .getByText(/^\d{12}$/)
      .first()
      .textContent()) ?? '';
  const tariffs = await fetch(`${productAccess().url}/api/v1/public/tariffs`);
  const [tariff] = (await tariffs.json()) as { code: string }[];
  place = { region: number.slice(0, 2), route: number.slice(2, 6), tariff: tariff?.code ?? '' };
});
afterAll(() => browser.close());

const HEADER = 'No SL;NAMA;Alamat;Kode wilayah;Kode rute;Gol;No. Meter;Tgl baca;Stan terakhir';
const customers = (wrong = false) =>
  [
    HEADER,
    ...Array.from({ length: CUSTOMERS }, (_, index) =>
      [
        `LAMA-${String(index)}`,
        `"Pelanggan ${String(index)}; Lama"`,
        'Jl. Pelabuhan 1',
        place.region,
        place.route,
        place.tariff,
        `E2E-${wrong && index === 1 ? '0' : String(index)}`,
        wrong && index === 2 ? '31/02/2025' : '25/10/2025',
        '1.234',
      ].join(';'),
    ),
  ].join('\r\n');

async function choose(name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
}

async function looksRight(on = page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await on.setViewportSize(viewport);
    expect(await overflow(on)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(on)).toEqual([]);
}

it('a wrong file is told by its lines, and nothing of it can be imported', async () => {
  await page.goto('/admin/import');
  await choose('salah.csv', customers(true));
  await page.getByText('3 temuan').first().waitFor();
  await page.getByText('Tidak ada tanggal seperti ini. Tulis hari/bulan/tahun.').waitFor();
  expect(await page.getByRole('button', { name: 'Impor', exact: true }).isDisabled()).toBe(true);
  await looksRight();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh temuan' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^temuan-\d+\.xlsx$/);
});

it('the mended file is taken whole', async () => {
  await choose('benar.csv', customers());
  await page.getByText('Semua 300 baris diambil sekaligus.').waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Impor', exact: true }).click();
  await page.getByText('300 baris diimpor').waitFor();
  await page.waitForURL(/\/import\/\d+$/);
  await page.getByText('Semua baris sudah diambil.').waitFor();
  await looksRight();
});

it('what they owe waits for a second person, and is then asked for by the earlier number', async () => {
  await page.goto('/admin/import');
  await page.getByRole('combobox', { name: 'Isi berkas' }).click();
  await page.getByRole('option', { name: 'Tunggakan' }).click();
  await choose('tunggakan.csv', 'NOSAMB;REKENING BULAN;JUMLAH TAGIHAN;DENDA\nLAMA-7;03/2025;97.500;10.000\n');
  await page.getByRole('button', { name: 'Ajukan impor' }).click();
  await page.getByText('Menunggu persetujuan').first().waitFor();
  const { page: manager } = await signIn(browser, 'manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText(/Tunggakan dari tunggakan\.csv/).click();
  await agree(manager);
  await page.getByText('Semua baris sudah diambil.').waitFor();

  await manager.goto('/');
  await manager.locator('#nomor').fill('lama-7');
  await manager.locator('#nomor').press('Enter');
  await manager.getByText('Tunggakan Maret 2025, diambil alih').first().waitFor();
  await manager.getByText('Rp107.500').first().waitFor();
});

it('is taken back while nothing was built on it, and stands in the history', async () => {
  await page.getByRole('button', { name: 'Batalkan impor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ajukan pembatalan' }).click();
  await dialog.getByLabel('Alasan').fill('Denda bulan itu salah');
  await dialog.getByRole('button', { name: 'Ajukan pembatalan' }).click();
  await page.getByText('Pembatalan menunggu persetujuan').waitFor();
  await page.goto('/admin/import/history');
  await page.getByRole('link', { name: 'salah.csv' }).waitFor();
  await looksRight();
  expect(problems).toEqual([]);
});

it('first steps lead to the settings, where a wrong telephone is told and a right one kept', async () => {
  const { page: admin, problems: noise } = await signIn(browser, 'super');
  await admin.goto('/admin/setup');
  await admin.getByText('Pelanggan dari sistem lama').waitFor();
  await looksRight(admin);
  await admin.getByRole('link', { name: 'Kop surat dan tempat bertanya' }).click();
  const phone = admin.getByLabel('Telepon bantuan');
  const before = await phone.inputValue();
  await phone.fill('tanya kami');
  await admin.getByRole('button', { name: 'Simpan kop surat' }).click();
  await admin.getByText('Tulis nomor telepon, misalnya 0812-3456-7890 atau (0401) 312345.').waitFor();
  await phone.fill(before);
  await admin.getByRole('button', { name: 'Simpan kop surat' }).click();
  await admin.getByText('Kop surat disimpan').waitFor();
  await looksRight(admin);
  await admin.getByRole('button', { name: 'Ubah jatuh tempo' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Tanggal jatuh tempo').fill('31');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('Tanggal 1 sampai 28.').waitFor();
  await looksRight(admin);
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await admin.goto('/admin/users/roles');
  await admin.getByRole('rowheader', { name: 'Memutuskan: Tunggakan yang diambil alih' }).waitFor();
  await looksRight(admin);
  expect(noise).toEqual([]);
});

it('somebody is signed out where a telephone was lost', async () => {
  const { page: admin } = await signIn(browser, 'super');
  const { page: lost } = await signIn(browser, 'kasir2');
  await lost.goto('/admin');
  await lost.getByRole('banner').waitFor();
  await admin.goto('/admin/users?q=kasir2');
  await admin.locator('main tbody').getByText('kasir2', { exact: true }).first().click();
  const sessions = admin.getByRole('region', { name: 'Tempat masuk' });
  // The one that was seen last stands first.
  await sessions.getByRole('button', { name: 'Keluarkan' }).first().click();
  await admin.getByText('Sudah dikeluarkan').waitFor();
  await looksRight(admin);
  await lost.reload();
  await lost
    .getByLabel(/nama pengguna/i)
    .first()
    .waitFor();
});
