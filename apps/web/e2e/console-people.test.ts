import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { agree, signIn as comeIn } from './support/console';
import { overflow, seriousFindings } from './public-page';
import { clicksThrough } from './support/pages';

clicksThrough('/admin/activate');

/*
 * A new manager is let in by two super administrators: asked for by one, agreed to by the other, each handing on half of
 * the code, which the manager turns into a password.
 */

const OWN_PASSWORD = 'perahu-layar-angin-timur';

let browser: Browser;
const problems: string[][] = [];

async function visit(): Promise<Page> {
  const opened = await openPage(browser, { viewport: DESKTOP });
  problems.push(opened.problems);
  return opened.page;
}

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

async function half(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Tampilkan bagian saya' }).click();
  return page.getByTestId('code-half').innerText();
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

it('two super administrators let a manager in, and neither knows the whole code', async () => {
  const one = await signIn('super');
  await one.goto('/admin/users');
  await one.getByRole('button', { name: 'Tambah pengguna' }).click();
  const dialog = one.getByRole('dialog');
  await dialog.getByLabel(/^Nama pengguna/).fill('manajer.dua');
  await dialog.getByLabel(/^Nama(?! pengguna)/).fill('Wa Ode Sitti');
  await dialog.getByRole('combobox', { name: 'Peran' }).click();
  await one.getByRole('option', { name: 'Manajer' }).click();
  await dialog.getByText(/Admin Super lain harus menyetujuinya/).waitFor();
  expect(await dialog.getByLabel(/kata sandi/i).count()).toBe(0);
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Kepala bagian langganan');
  await looksRight(one);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await one.getByText(/menunggu Admin Super lain/).waitFor();

  const two = await signIn('super2');
  await two.goto('/admin/approvals');
  await two.getByText(/Pengguna baru Wa Ode Sitti/).click();
  await agree(two);
  const second = await half(two);
  await looksRight(two);

  await one.goto('/admin/approvals?view=mine');
  await one.getByText(/Pengguna baru Wa Ode Sitti/).click();
  const first = await half(one);
  expect(first).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  const person = await visit();
  await person.goto('/admin/login');
  await person.getByRole('link', { name: /Aktifkan akun/ }).click();
  await person.getByLabel('Kode sekali pakai').fill(second + first);
  await person.getByRole('button', { name: 'Lanjut' }).click();
  await person.getByText('Kode tidak berlaku').waitFor();
  await looksRight(person);
  await person.getByLabel('Kode sekali pakai').fill(`${first} ${second}`.toLowerCase());
  await person.getByRole('button', { name: 'Lanjut' }).click();
  await person.getByLabel('Kata sandi baru', { exact: true }).fill(OWN_PASSWORD);
  await person.getByLabel('Ulangi kata sandi baru').fill(OWN_PASSWORD);
  await looksRight(person);
  await person.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await person.getByText('Kata sandi tersimpan. Silakan masuk.').waitFor();
  await person.goto('/admin/login');
  await person.getByLabel(/nama pengguna/i).fill('manajer.dua');
  await person
    .getByLabel(/kata sandi/i)
    .first()
    .fill(OWN_PASSWORD);
  await person.keyboard.press('Enter');
  await person.getByText('Wa Ode Sitti').first().waitFor();
});
