import { generateKeyPairSync } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { agree, signIn as comeIn } from './support/console';
import { clicksThrough } from './support/pages';

clicksThrough('/admin/banks/:id/connection', '/admin/banks/:id/keys', '/admin/approvals');

/*
 * Credentials of a bank: a wrong secret is refused by the bank itself before anybody is asked, the right one waits for a
 * second person who sees that it was tried; a SNAP credential is made by two, shown once, and closed by one, aloud.
 */

const BANK = 'Bank Sultra';
const SECRET = 'sandbox-pdam-secret-do-not-use-in-production';

let browser: Browser;
let it1: Page;
let second: Page;
const problems: string[][] = [];

async function signIn(username: string): Promise<Page> {
  const opened = await comeIn(browser, username, { viewport: DESKTOP });
  problems.push(opened.problems);
  return opened.page;
}

async function looksRight(page: Page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
}

async function openBank(tab: string): Promise<void> {
  await it1.goto('/admin/banks');
  await it1.getByRole('link', { name: BANK, exact: true }).click();
  await it1.getByRole('tab', { name: tab }).click();
}

async function askSecret(secret: string): Promise<void> {
  await it1.getByLabel('Secret (client secret)').fill(secret);
  await it1.getByRole('button', { name: 'Uji dan ajukan' }).click();
  const dialog = it1.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Secret baru dari bank');
  await dialog.getByRole('button', { name: 'Uji dan ajukan' }).click();
}

async function approve(summary: RegExp): Promise<void> {
  await second.goto('/admin/approvals');
  await second.getByText(summary).first().click();
  await second.getByRole('button', { name: 'Setujui' }).waitFor();
}

async function confirmApproval(): Promise<void> {
  await agree(second);
}

beforeAll(async () => {
  browser = await openBrowser();
  [it1, second] = [await signIn('it'), await signIn('super')];
});

afterAll(async () => {
  await browser.close();
});

it('a next key of ours is made, shown for the bank, and not used while the bank does not know it', async () => {
  await openBank('Sambungan');
  await it1.getByRole('button', { name: 'Buat kunci pengganti' }).click();
  await it1.getByRole('dialog').getByRole('button', { name: 'Buat kunci pengganti' }).click();
  await it1.getByText('Kunci pengganti dibuat. Serahkan kepada bank.').waitFor();
  await it1.getByRole('button', { name: 'Uji dan pakai kunci ini' }).waitFor();
  expect(await it1.getByText('-----BEGIN PUBLIC KEY-----').count()).toBe(2);
  await looksRight(it1);
  await it1.getByRole('button', { name: 'Uji dan pakai kunci ini' }).click();
  const dialog = it1.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Kunci lama setahun dipakai');
  await dialog.getByRole('button', { name: 'Uji dan pakai kunci ini' }).click();
  await dialog.getByText('bank.probe_failed').waitFor();
  await it1.keyboard.press('Escape');
  await it1.getByRole('button', { name: 'Buat ulang kunci pengganti' }).waitFor();
});

it('a wrong secret is refused by the bank in its own words, and nobody is asked', async () => {
  await openBank('Sambungan');
  await askSecret(`${SECRET}-salah`);
  const dialog = it1.getByRole('dialog');
  await dialog.getByText(/Bank menolak panggilan yang ditandatangani: 401/).waitFor();
  expect(await dialog.getByText('bank.probe_failed').count()).toBe(1);
  await looksRight(it1);
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

it('the right secret waits for a second person, who sees that the bank accepted it', async () => {
  await askSecret(SECRET);
  await it1.getByText(/Secret baru sudah diterima bank/).waitFor();
  await looksRight(it1);
  await approve(/Secret sambungan ke bank – Bank Sultra/);
  await second.getByText('Sudah diuji ke bank').waitFor();
  await looksRight(second);
  await confirmApproval();
  await openBank('Sambungan');
  await it1.getByText(/Sudah tersimpan terenkripsi/).waitFor();
});

it('a SNAP credential is made by two, its secret shown once, and revoked aloud', async () => {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();
  await openBank('Kunci');
  await it1.getByRole('button', { name: 'Minta kredensial SNAP' }).click();
  const dialog = it1.getByRole('dialog');
  await dialog.getByLabel('CHANNEL-ID').fill('95231');
  await dialog.getByLabel('partnerServiceId').fill('13501');
  await dialog.getByLabel('Kunci publik bank (PEM)').fill('bukan kunci');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Bank pindah ke SNAP');
  await dialog.getByRole('button', { name: 'Ajukan kredensial' }).click();
  await dialog.getByText(/Tempel seluruh kunci/).waitFor();
  await dialog
    .getByLabel('Kunci publik bank (PEM)')
    .fill('-----BEGIN PUBLIC KEY-----\nAAAA'.padEnd(320, 'A') + '\n-----END PUBLIC KEY-----');
  await dialog.getByRole('button', { name: 'Ajukan kredensial' }).click();
  await dialog.getByText(/Bukan kunci publik RSA/).waitFor();
  await looksRight(it1);
  await dialog.getByLabel('Kunci publik bank (PEM)').fill(pem);
  await dialog.getByRole('button', { name: 'Ajukan kredensial' }).click();
  await it1.getByRole('alert').getByText(`Kredensial SNAP baru – ${BANK}`).waitFor();

  await approve(/Kredensial SNAP baru – Bank Sultra/);
  await second.getByText('Sidik jari (SHA-256)').waitFor();
  await looksRight(second);
  await confirmApproval();

  await openBank('Kunci');
  await it1.getByRole('button', { name: 'Tampilkan secret' }).click();
  await it1.getByRole('button', { name: 'Tampilkan sekarang' }).click();
  const shown = it1.getByRole('dialog');
  expect(await shown.getByTestId('secret').innerText()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await shown.getByRole('checkbox').check();
  await shown.getByRole('button', { name: 'Tutup' }).last().click();
  await looksRight(it1);

  const card = it1.getByRole('region', { name: 'Kredensial SNAP BI' }).last();
  await card.getByRole('button', { name: 'Tambah kunci publik' }).click();
  await it1.getByRole('dialog').getByLabel('Kunci publik bank (PEM)').fill(pem);
  await it1.getByRole('dialog').getByRole('textbox', { name: 'Alasan' }).fill('Kunci kedua');
  await it1.getByRole('dialog').getByRole('button', { name: 'Ajukan kunci publik' }).click();
  await it1.getByRole('dialog').getByText('Kunci publik sudah terdaftar').waitFor();
  await it1.getByRole('dialog').getByRole('button', { name: 'Batal' }).click();

  await card.getByRole('button', { name: 'Cabut kredensial SNAP' }).click();
  const revoke = it1.getByRole('dialog');
  await revoke.getByRole('textbox', { name: 'Alasan' }).fill('Kunci bank bocor');
  await looksRight(it1);
  await revoke.getByRole('button', { name: 'Cabut sekarang' }).click();
  await it1.getByText(/^tp-[0-9a-f]{24} dicabut$/).waitFor();
  await second.goto('/admin');
  await second.getByRole('button', { name: /pemberitahuan/i }).click();
  await second.getByRole('button', { name: `Kredensial SNAP ${BANK} dicabut` }).waitFor();
});

it('raised no error on the way', () => {
  expect(problems.flat()).toEqual([]);
});
