import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { alone } from './support/alone';
import { agree, signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { sellAsPartner } from './support/ppob-partner';

clicksThrough('/admin/partners', '/admin/partners/:id', '/admin/deposit-movements', '/admin/ppob/suppliers');

/*
 * A partner from its request to its first key and deposit, each by two people and also wrongly; the statement of its
 * deposit; how the supplier does, and what the sandbox one is told to do wrong.
 */

const CODE = `E${randomUUID().replaceAll('-', '').slice(0, 7).toUpperCase()}`;
const MOBILE = '081298760001';
const NAME = `Koperasi ${CODE}`;

let browser: Browser;
let it1: Page;
let office: Page;
const problems: string[][] = [];

/** Each at a browser of their own, from the first test they come into to the last. */
const people = new Map<string, Page>();

async function staff(username: string): Promise<Page> {
  const known = people.get(username);
  if (known !== undefined) return known;
  const opened = await signIn(browser, username, { viewport: DESKTOP });
  problems.push(opened.problems);
  people.set(username, opened.page);
  return opened.page;
}

async function looksRight(page: Page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect({ at: viewport.width, wider: await overflow(page) }).toMatchObject({ wider: 0 });
  }
  expect(await seriousFindings(page)).toEqual([]);
}

async function approve(who: string, summary: RegExp): Promise<void> {
  const second = await staff(who);
  await second.goto('/admin/approvals');
  await second.getByText(summary).first().click();
  await agree(second);
}

beforeAll(async () => {
  browser = await openBrowser();
  [it1, office] = [await staff('it'), await staff('admin')];
});

afterAll(async () => {
  await browser.close();
  expect(problems.flat()).toEqual([]);
});

it('a partner is asked for, refused with a wrong code and a wrong network, and made by two', async () => {
  await it1.goto('/admin');
  await it1.getByRole('link', { name: 'Mitra', exact: true }).click();
  await it1.getByRole('button', { name: 'Mitra baru' }).click();
  const dialog = it1.getByRole('dialog', { name: 'Ajukan mitra baru' });
  await dialog.getByLabel('Kode').fill('huruf kecil');
  await dialog.getByLabel('Nama').fill(NAME);
  await dialog.getByLabel('Alamat IP yang diizinkan').fill('0.0.0.0/0');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Mitra dari uji peramban');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('2 sampai 12 huruf besar atau angka').waitFor();
  await dialog.getByLabel('Kode').fill(CODE);
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('bank.cidr_invalid').waitFor();
  await looksRight(it1);
  await dialog.getByLabel('Alamat IP yang diizinkan').fill('127.0.0.0/8\n::1/128');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await it1.getByText('Mitra baru diajukan').waitFor();
  await approve('super', new RegExp(NAME));
  await it1.goto('/admin/partners');
  await looksRight(it1);
  await it1.getByRole('link', { name: NAME }).click();
  await it1.getByText('Belum ada kunci').waitFor();
});

it('its key is made by two, its secret shown once, and revoked aloud', async () => {
  await it1.getByRole('button', { name: 'Minta kunci baru' }).click();
  const dialog = it1.getByRole('dialog', { name: 'Minta kunci baru' });
  await dialog.getByRole('button', { name: 'Ajukan kunci' }).click();
  await dialog.getByText('Wajib diisi').waitFor();
  await dialog.getByLabel('Dipakai untuk').fill('Server utama');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Kunci pertama');
  await dialog.getByRole('button', { name: 'Ajukan kunci' }).click();
  await it1.getByRole('alert').getByText(new RegExp(NAME)).waitFor();
  await approve('super', new RegExp(`Kunci API baru.*${NAME}`));
  await it1.reload();
  await it1.getByRole('button', { name: 'Tampilkan secret' }).click();
  await it1.getByRole('button', { name: 'Tampilkan sekarang' }).click();
  const shown = it1.getByRole('dialog');
  expect(await shown.getByTestId('secret').innerText()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await shown.getByRole('checkbox').check();
  await shown.getByRole('button', { name: 'Tutup' }).last().click();
  await looksRight(it1);
  await it1.getByRole('button', { name: 'Cabut sekarang' }).click();
  const revoke = it1.getByRole('dialog');
  await revoke.getByRole('checkbox').check();
  await revoke.getByRole('textbox', { name: 'Alasan' }).fill('Kunci bocor');
  await revoke.getByRole('button', { name: 'Cabut sekarang' }).click();
  await it1.getByText('Dicabut').first().waitFor();
});

it('its limits change by two, and nothing is asked for when nothing changes', async () => {
  await it1.getByRole('button', { name: 'Ubah' }).click();
  const dialog = it1.getByRole('dialog', { name: 'Ajukan perubahan pengaturan' });
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Tidak ada yang berubah');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('Belum ada yang diubah').waitFor();
  await dialog.getByLabel('Batas deposit hampir habis').fill('2000000');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await it1.getByText('Perubahan diajukan').waitFor();
  await approve('super', new RegExp(`Perubahan pengaturan mitra.*${NAME}`));
  await it1.reload();
  await it1.getByText('Rp2.000.000').waitFor();
  await it1.getByText('Deposit hampir habis').first().waitFor();
});

it('what it paid in is booked by two, and stands in the statement', async () => {
  await office.goto('/admin/partners');
  await office.getByRole('link', { name: NAME }).click();
  await office.getByRole('button', { name: 'Catat setoran' }).click();
  const dialog = office.getByRole('dialog', { name: /Catat setoran/ });
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('Wajib diisi').first().waitFor();
  await dialog.getByLabel('Jumlah').fill('5000000');
  await dialog.getByLabel('Referensi bank').fill('BPD 20261129-1');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Setoran pertama');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await office.getByText('Setoran diajukan').waitFor();
  await approve('manajer', new RegExp(`Setoran deposit.*${NAME}`));
  await office.reload();
  expect(await office.getByTestId('deposit').innerText()).toBe('Rp5.000.000');
  await looksRight(office);
  await office.getByRole('link', { name: 'Rekening deposit' }).click();
  await office.locator('[data-list="listDepositMovements"][data-rows="1"]').waitFor();
  await office.getByText('Setoran', { exact: true }).first().waitFor();
  await looksRight(office);
  const [file] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('button', { name: 'Unduh CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/rekening-deposit.*\.csv$/);
  // One zero too many: another person agrees to what is right.
  await office
    .getByRole('row', { name: /Setoran/ })
    .getByRole('link')
    .first()
    .click();
  const movement = office.getByRole('dialog', { name: 'Mutasi deposit' });
  await movement.getByRole('button', { name: 'Koreksi setoran ini' }).click();
  const correction = office.getByRole('dialog', { name: 'Koreksi pencatatan' });
  await correction.getByLabel('Jumlah yang benar').fill('500.000');
  await correction.getByLabel('Alasan').fill('Kelebihan satu nol');
  await looksRight(office);
  await correction.getByRole('button', { name: 'Ajukan koreksi' }).click();
  await office.getByText('Koreksi diajukan untuk disetujui').waitFor();
  await approve('manajer', new RegExp(`Koreksi setoran deposit.*${NAME}`));
  await office.goto('/admin/deposit-movements');
  await office.getByText('Koreksi setoran', { exact: true }).first().waitFor();
  await office.getByText('Setoran (sudah dikoreksi)').first().waitFor();
});

it('a partner that is not there is said to be none', async () => {
  await it1.goto('/admin/partners/999999999');
  await it1.getByText('Halaman tidak ditemukan').waitFor();
});

it('the supplier is told to refuse, a sale meets it, and its health shows both', async () => {
  await it1.goto('/admin/ppob/suppliers');
  await it1.getByRole('heading', { name: 'Pemasok Sandbox' }).waitFor();
  await it1.getByLabel('Berapa kali').fill('0');
  await it1.getByRole('button', { name: 'Nyalakan' }).click();
  await it1.locator('input[aria-invalid="true"]').waitFor();
  await it1.getByLabel('Berapa kali').fill('1');
  // Other files sell at the same supplier meanwhile: only orders for this number are refused.
  await it1.getByLabel('Hanya untuk nomor').fill(MOBILE);
  await it1.getByRole('button', { name: 'Nyalakan' }).click();
  const own = it1.getByTestId('faults').getByText(MOBILE);
  await own.getByText('Ditolak').waitFor();
  await looksRight(it1);
  const { status } = await sellAsPartner({
    customer_name: 'Uji Gangguan',
    nomor_hp: MOBILE,
    nominal: 10_000,
    service_code: 'PULSA',
    ref_id: `E2E/${randomUUID().slice(0, 12)}`,
  });
  expect(status).toBe('REFUNDED');
  await it1.reload();
  await own.waitFor({ state: 'detached' });
  await it1.getByRole('table', { name: 'Panggilan terakhir server ini' }).getByText('200').first().waitFor();
  await it1.getByRole('combobox', { name: 'Pesanan berikutnya' }).click();
  await it1.getByRole('option', { name: 'Menunggu terus' }).click();
  await it1.getByLabel('Hanya untuk nomor').fill(MOBILE);
  await alone('supplier', async () => {
    await it1.getByRole('button', { name: 'Nyalakan' }).click();
    await own.getByText('Menunggu terus').waitFor();
    await it1.getByRole('button', { name: 'Matikan semua gangguan' }).click();
    await it1.getByText('Semua gangguan dimatikan').waitFor();
    await it1.getByText('Tidak ada gangguan: setiap pesanan berhasil.').waitFor();
  });
});
