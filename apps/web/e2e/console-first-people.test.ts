import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { clicksThrough, noteVisits } from './support/pages';
import { ProductionSite } from './support/production';

clicksThrough('/admin/activate', '/admin/login', '/admin/banks', '/admin/approvals');

/*
 * The first day of an installation: production, an empty database, two codes on the console. Two people make their
 * passwords of them and open the first bank for each other.
 */

jest.setTimeout(180_000);

const PASSWORDS = { super1: 'perahu-layar-angin-timur', super2: 'sumur-batu-lereng-sunyi' } as const;

let site: ProductionSite;
let browser: Browser;
let one: Page;
let two: Page;
const problems: string[] = [];

async function person(): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    baseURL: site.url,
  });
  const page = await context.newPage();
  noteVisits(page);
  page.on('pageerror', (error) => problems.push(error.message));
  return page;
}

async function looksRight(page: Page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.goto('/admin/activate');
  await page.getByLabel('Kode sekali pakai').fill(code);
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

async function redeem(page: Page, code: string, name: string, password: string): Promise<void> {
  await enterCode(page, code);
  await page.getByLabel('Nama lengkap').fill(name);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await page.getByLabel('Ulangi kata sandi baru').fill(password);
  await looksRight(page);
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await page.getByText('Kata sandi tersimpan. Silakan masuk.').waitFor();
}

async function logIn(page: Page, username: keyof typeof PASSWORDS): Promise<void> {
  await page.goto('/admin/login');
  await page.getByLabel(/nama pengguna/i).fill(username);
  await page
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORDS[username]);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

beforeAll(async () => {
  site = await ProductionSite.start();
  browser = await openBrowser();
  [one, two] = [await person(), await person()];
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

it('each of two people makes a password of the own code, once', async () => {
  const codes = await site.firstCodes();
  expect([...codes.keys()]).toEqual(['super1', 'super2']);
  const [first = '', second = ''] = codes.values();
  await redeem(one, first, 'Sitti Rahma', PASSWORDS.super1);
  await enterCode(two, first);
  await two.getByText('Kode tidak berlaku').waitFor();
  await looksRight(two);
  await redeem(two, second, 'Hasna Tuasamu', PASSWORDS.super2);
});

it('both log in, and stay logged in over a reload', async () => {
  await logIn(one, 'super1');
  await logIn(two, 'super2');
  await one.reload();
  await one.getByText('Sitti Rahma').first().waitFor();
  await one.getByRole('link', { name: 'Lihat langkah awal' }).click();
  await one.getByText('Kop surat dan tempat bertanya').waitFor();
  expect(await one.getByText('Belum', { exact: true }).count()).toBe(6);
  await looksRight(one);
  await two.getByText('Hasna Tuasamu').first().waitFor();
});

it('one asks for the first bank and cannot approve it; the other one can', async () => {
  await one.goto('/admin/banks');
  await one.getByRole('button', { name: 'Tambah bank' }).first().click();
  const dialog = one.getByRole('dialog');
  await dialog.getByLabel('Kode').fill('SULTRA');
  await dialog.getByLabel('Nama bank').fill('Bank Sultra');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Kerja sama pertama');
  await looksRight(one);
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await one.getByText('Bank baru menunggu persetujuan').waitFor();

  await one.goto('/admin/approvals?view=mine');
  await one
    .getByText(/Bank baru Bank Sultra/)
    .first()
    .click();
  await one.getByText('Anda yang mengajukan, jadi orang lain yang memutuskan.').waitFor();
  expect(await one.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
  await looksRight(one);

  await two.goto('/admin/approvals');
  await two
    .getByText(/Bank baru Bank Sultra/)
    .first()
    .click();
  await two.getByRole('button', { name: 'Setujui' }).click();
  await two
    .getByRole('dialog', { name: /^Setujui/ })
    .getByRole('button', { name: 'Setujui' })
    .click();
  await two.getByText('Permohonan disetujui').waitFor();

  await one.goto('/admin/banks');
  await one.getByRole('link', { name: 'Bank Sultra', exact: true }).waitFor();
  await looksRight(one);
});

it('raised no error on the way', () => {
  expect(problems).toEqual([]);
});
