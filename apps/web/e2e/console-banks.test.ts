import type { Browser, Locator, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { clicksThrough } from './support/pages';
import { agree } from './support/console';
import { LONG_PATIENCE_MILLISECONDS } from './support/patience';

clicksThrough(
  '/admin/login',
  '/admin/banks',
  '/admin/banks/:id',
  '/admin/banks/:id/keys',
  '/admin/banks/:id/settings',
  '/admin/banks/:id/certification',
  '/admin/sandbox-bank',
  '/admin/developer',
  '/admin/developer/errors',
);

/*
 * Admin IT at work: sees the banks, rotates a key with a second person, sees the secret once, has an address refused
 * where it was typed, lets the sandbox bank certify a bank, takes the report along and finds the way to real money open.
 */

const BANK = 'Bank Kedua';
/** Nobody has opened it yet. */
const NEW_BANK = 'Bank Pesisir';

let browser: Browser;
let it1: Page;
const problems: string[][] = [];

async function signIn(username: string): Promise<Page> {
  const opened = await openPage(browser, { viewport: DESKTOP });
  problems.push(opened.problems);
  await opened.page.goto('/admin/login');
  await opened.page.getByLabel(/nama pengguna/i).fill(username);
  await opened.page
    .getByLabel(/kata sandi/i)
    .first()
    .fill('TirtaDemo2026!');
  await opened.page.keyboard.press('Enter');
  await opened.page.waitForURL((url) => !url.pathname.endsWith('/login'));
  return opened.page;
}

const LOOKS = [
  [DESKTOP, 'light'],
  [PHONE, 'dark'],
] as const;

/** Serious findings of axe in one look; sideways scrolling in both. Looks take turns, for axe is slow. */
async function inspected(page: Page, turn: 0 | 1): Promise<string[]> {
  const found: string[] = [];
  for (const [index, [viewport, colorScheme]] of LOOKS.entries()) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Colours that are still fading from one scheme to the other have the contrast of neither.
    await page.evaluate(() =>
      Promise.race([
        Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
        new Promise((resolve) => setTimeout(resolve, 1_000)),
      ]),
    );
    if (index === turn) found.push(...(await seriousFindings(page)));
    const wider = await overflow(page);
    if (wider > 0) found.push(`${page.url()} is ${String(wider)} px too wide at ${String(viewport.width)}`);
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

const tab = (name: string): Locator => it1.getByRole('tab', { name });

beforeAll(async () => {
  browser = await openBrowser();
  it1 = await signIn('it');
});

afterAll(async () => {
  await browser.close();
});

it('starts with the banks, each with its light in words', async () => {
  await it1.getByRole('heading', { name: 'Bank', exact: true }).waitFor();
  const card = it1.getByRole('article', { name: BANK });
  await card.getByText(/^(Lancar|Perlu perhatian|Terganggu|Tidak ada lalu lintas)$/).waitFor();
  expect(await card.innerText()).toMatch(/Waktu jawab p95/);
  expect(await inspected(it1, 1)).toEqual([]);
  await it1.getByRole('link', { name: BANK, exact: true }).click();
  await it1.getByText('POST /api/v1/payment/verify').waitFor();
  expect(await inspected(it1, 0)).toEqual([]);
});

it('asks for a rotation, and a second person approves it', async () => {
  await tab('Kunci').click();
  await it1.getByRole('button', { name: 'Rotasi' }).first().click();
  const dialog = it1.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Masa tumpang tindih secret lama' }).click();
  await it1.getByRole('option', { name: '7 hari (paling lama)' }).click();
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Rotasi berkala triwulan IV');
  await dialog.getByRole('button', { name: 'Ajukan rotasi' }).click();
  await it1.getByRole('alert').getByText(`Rotasi kunci API – ${BANK}`).waitFor();
  expect(await it1.getByRole('button', { name: 'Rotasi' }).first().isDisabled()).toBe(true);
  expect(await inspected(it1, 1)).toEqual([]);
  const second = await signIn('super');
  await second.goto('/admin/approvals?status=PENDING&kind=bank_key');
  await second
    .getByText(new RegExp(`Rotasi kunci API.*${BANK}`))
    .first()
    .click();
  await agree(second);
  await second.context().close();
});

it('shows the secret once, and never again', async () => {
  await it1.reload();
  await it1.getByRole('button', { name: 'Tampilkan secret' }).click();
  await it1.getByRole('button', { name: 'Tampilkan sekarang' }).click();
  await it1.getByText('Tidak akan ditampilkan lagi').waitFor();
  const dialog = it1.getByRole('dialog');
  const secret = await dialog.getByTestId('secret').innerText();
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await inspected(it1, 0)).toEqual([]);
  const download = it1.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Unduh berkas' }).click();
  expect((await download).suggestedFilename()).toBe('demo-bank-kedua.txt');
  // Not by accident: the dialog stays until the person says the secret is kept.
  await it1.keyboard.press('Escape');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await dialog.waitFor({ state: 'hidden' });
  await it1.getByText(/Secret lama masih diterima sampai/).waitFor();
  expect(await it1.getByRole('button', { name: 'Tampilkan secret' }).count()).toBe(0);
  await it1.reload();
  await it1.getByText(/Secret lama masih diterima sampai/).waitFor();
  expect(await it1.getByRole('button', { name: 'Tampilkan secret' }).count()).toBe(0);
  expect(await it1.content()).not.toContain(secret);
});

it('says at the line why an address is refused, and asks for nothing', async () => {
  await tab('Pengaturan').click();
  await it1.getByRole('button', { name: 'Tambah alamat' }).click();
  await it1.getByRole('textbox', { name: 'Alamat 3' }).fill('010.0.0.5/24');
  await it1.getByRole('button', { name: 'Periksa dan ajukan' }).click();
  const dialog = it1.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Host baru bank');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await it1.getByText(/Bukan alamat yang sah/).waitFor();
  expect(await it1.getByRole('textbox', { name: 'Alamat 3' }).getAttribute('aria-invalid')).toBe('true');
  expect(await inspected(it1, 1)).toEqual([]);
  await it1.getByRole('button', { name: 'Kembalikan' }).click();
  await it1.getByText('Belum ada yang diubah.').waitFor();
});

it('says of a bank that is not live what that means, and leads to what opens it', async () => {
  await it1.goto('/admin/banks');
  await it1.getByRole('link', { name: NEW_BANK, exact: true }).click();
  await it1.getByRole('alert').getByText('Belum dibuka: hanya uji sertifikasi').waitFor();
  expect(await inspected(it1, 0)).toEqual([]);
  await it1.getByRole('link', { name: 'Jalankan sertifikasi, lalu ajukan pembukaan' }).click();
  await it1.waitForURL(/\/certification$/);
});

it('certifies it by the sandbox until every scenario is green, with a report', async () => {
  expect(await it1.getByRole('button', { name: 'Ajukan pembukaan' }).isDisabled()).toBe(true);
  await it1.getByRole('button', { name: 'Jalankan dengan bank uji coba' }).click();
  const panel = it1.getByRole('region', { name: /^Sertifikasi no\./ });
  const lulus = panel.getByText('Lulus', { exact: true }).first();
  await lulus.waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  const report = panel.getByRole('button', { name: 'Unduh laporan PDF' });
  await report.waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  const counted = /(\d+) dari (\d+) skenario lulus/.exec(await panel.innerText());
  expect(counted?.[1]).toBe(counted?.[2]);
  expect(Number(counted?.[1])).toBeGreaterThan(10);
  const download = it1.waitForEvent('download');
  await report.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^sertifikasi-\d+\.pdf$/);
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-');
  await it1.getByRole('button', { name: 'Ajukan pembukaan', disabled: false }).waitFor();
  // What it paid on the way was taken back: nothing of it stands in the books.
  const left = it1.getByRole('listitem').filter({ hasText: 'Tidak ada pembayaran sertifikasi' });
  await left.getByText('Terpenuhi', { exact: true }).waitFor();
  expect(await inspected(it1, 0)).toEqual([]);
});

it('says that nothing of a certification is left only when it has heard so', async () => {
  const address = '**/api/v1/banks/*/standing-payments';
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await it1.route(address, async (route) => {
    await answered;
    await route.fulfill({ status: 403, body: '' });
  });
  await it1.reload();
  const left = it1.getByRole('listitem').filter({ hasText: 'Tidak ada pembayaran sertifikasi' });
  await left.getByText('Belum diketahui', { exact: true }).waitFor();
  answer();
  const again = it1.getByRole('alert').getByRole('button', { name: 'Coba lagi' });
  await again.waitFor();
  await left.getByText('Belum diketahui', { exact: true }).waitFor();
  await it1.unroute(address);
  await again.click();
  await left.getByText('Terpenuhi', { exact: true }).waitFor();
});

it('sets a fault of the sandbox bank and lays it down again', async () => {
  await it1.goto('/admin/sandbox-bank');
  await it1.getByText('Tidak ada gangguan').waitFor();
  await it1.getByLabel('27 Buat VA').check();
  await it1.getByRole('button', { name: 'Nyalakan', exact: true }).click();
  await it1.getByRole('cell', { name: 'Diproses, jawabannya hilang' }).waitFor();
  expect(await inspected(it1, 1)).toEqual([]);
  await it1.getByRole('button', { name: 'Matikan semua gangguan' }).click();
  await it1.getByText('Tidak ada gangguan').waitFor();
});

it('explains an error code to a bank, with samples and files beside it', async () => {
  await it1.goto('/admin/developer');
  await it1.getByRole('tab', { name: 'Python' }).click();
  await it1.getByRole('region', { name: 'sign.py' }).waitFor();
  expect(await inspected(it1, 0)).toEqual([]);
  const download = it1.waitForEvent('download');
  await it1.getByRole('link', { name: 'Unduh: Koleksi Postman' }).click();
  expect((await download).suggestedFilename()).toBe('postman.json');
  await it1.getByRole('link', { name: 'Buka: Katalog kesalahan' }).click();
  await it1.getByRole('searchbox').fill('bill.already_paid');
  await it1.getByText('1 kode').waitFor();
  expect(await it1.getByRole('listitem').filter({ hasText: 'bill.already_paid' }).innerText()).toMatch(
    /Yang harus dilakukan/,
  );
  expect(await inspected(it1, 1)).toEqual([]);
});

it('raised no error on the way', () => {
  expect(problems.flat()).toEqual([]);
});
