import type { Browser, Page } from 'playwright-core';
import { overflow } from './public-page';
import { answered } from './support/answered';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough } from './support/pages';

/* The pages of the office one after another, each used to its end and also wrongly: empty, refused, reloaded, Back. */

clicksThrough(
  '/admin/customers',
  '/admin/customers/:id',
  '/admin/customers/:id/edit',
  '/admin/readings',
  '/admin/bills',
  '/admin/bills/:id',
  '/admin/payments/:id',
  '/admin/bill-runs',
  '/admin/regions',
  '/admin/users',
  '/admin/activity',
  '/admin/account',
  '/admin/banks/:id/connection',
);

const HOSTILE = `<img src=x onerror="document.title='broken'">`;

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'super'));
});
afterAll(() => browser.close());

const main = () => page.locator('main');
const dialog = () => page.getByRole('dialog');

/** Neither at 1280 nor at 360 px does the page scroll sideways. */
async function fits(): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect({ at: viewport.width, url: page.url(), wider: await overflow(page) }).toMatchObject({ wider: 0 });
  }
}

/** A list is searched for what is not there and for markup, cleared again, and gives its file. */
async function searches(address: string, placeholder: string): Promise<void> {
  await page.goto(`/admin/${address}`);
  await page.getByRole('table').waitFor();
  const box = page.getByPlaceholder(placeholder);
  await box.fill(HOSTILE);
  await main().getByRole('table').waitFor({ state: 'detached' });
  await page.reload();
  expect(await box.inputValue()).toBe(HOSTILE);
  expect(await page.title()).not.toBe('broken');
  await box.fill('');
  await page.getByRole('table').waitFor();
  await fits();
}

/** Follows the first row of a list, reloads there, and comes Back to the list. */
async function opensFirstRow(leadsTo: RegExp): Promise<void> {
  const list = page.url();
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(leadsTo);
  await main().getByRole('heading').first().waitFor();
  await page.reload();
  await main().getByRole('heading').first().waitFor();
  await fits();
  await page.goBack();
  await page.waitForURL(list);
  await page.goForward();
  await page.waitForURL(leadsTo);
}

it('customers: search, open, change, refused while empty', async () => {
  await searches('customers', 'Nomor, nama, alamat, telepon, atau seri meter');
  await opensFirstRow(/\/customers\/\d+$/);
  await main().getByRole('link', { name: /ubah/i }).first().click();
  await page.waitForURL(/\/edit$/);
  const name = page.getByLabel(/nama lengkap/i);
  const before = await name.inputValue();
  await name.fill('');
  await main().getByRole('button', { name: 'Simpan' }).click();
  await main().getByText('Wajib diisi').waitFor();
  await name.fill(HOSTILE);
  await main().getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: HOSTILE }).waitFor();
  await page.goto(`${page.url().replace(/\/$/, '')}/edit`);
  await name.fill(before);
  await main().getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: before }).waitFor();
});

it('customers: one moves to another region, as is seen beforehand and in its history, and back', async () => {
  await page.goto('/admin/customers?sort=-customer_number');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/customers\/\d+/);
  const own = page.url().split('?')[0] ?? '';
  await page.getByRole('button', { name: 'Pindah wilayah/rute' }).click();
  await dialog().getByRole('button', { name: 'Pindahkan' }).click();
  await dialog().getByText('Wajib diisi').first().waitFor();
  await dialog().getByLabel('Wilayah tujuan').click();
  await page.getByRole('option').last().click();
  await dialog().getByLabel('Rute tujuan').click();
  await page.getByRole('option').last().click();
  await dialog()
    .getByText(/^(1 pelanggan dipindahkan|Tidak ada yang dipindahkan)/)
    .waitFor();
  await dialog().getByLabel('Wilayah tujuan').click();
  await page.getByRole('option').first().click();
  await dialog().getByLabel('Rute tujuan').click();
  await page.getByRole('option').first().click();
  await dialog().getByText('1 pelanggan dipindahkan').waitFor();
  await fits();
  await dialog().getByLabel('Alasan').fill('Penataan rute baca');
  await dialog().getByRole('button', { name: 'Pindahkan' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.goto(`${own}?tab=history`);
  await page.getByText('Berlaku mulai periode').first().waitFor();
  await page.getByText('Penataan rute baca').first().waitFor();
  await fits();
  // Ticked in the list, it moves again.
  await page.goto('/admin/customers?sort=-customer_number');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Pindahkan' }).click();
  await dialog().getByLabel('Wilayah tujuan').click();
  await page.getByRole('option').last().click();
  await dialog().getByLabel('Rute tujuan').click();
  await page.getByRole('option').last().click();
  await dialog().getByText('1 pelanggan dipindahkan').waitFor();
  await dialog().getByLabel('Alasan').fill('Kembali ke rute semula');
  await dialog().getByRole('button', { name: 'Pindahkan' }).click();
  await dialog().waitFor({ state: 'detached' });
});

it.each([
  ['bills', /\/bills\/\d+$/],
  ['payments', /\/payments\/\d+$/],
] as const)('%s: open the first, reload, Back', async (address, leadsTo) => {
  await page.goto(`/admin/${address}`);
  await page.getByRole('table').waitFor();
  await opensFirstRow(leadsTo);
  await page.goto(`/admin/${address}/999999999`);
  await page.getByText('Halaman tidak ditemukan').waitFor();
  await page.goto(`/admin/${address}/abc`);
  await page.getByText('Halaman tidak ditemukan').waitFor();
});

it('payments: what a payment paid leads to its bill, and its channel is told in words', async () => {
  await page.goto('/admin/payments?channel=VA&status=POSTED');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/payments\/\d+$/);
  await main().getByText('Perjalanan pembayaran').waitFor();
  expect(await main().getByText('Virtual account', { exact: true }).count()).toBe(2);
  await page.getByRole('table', { name: 'Alokasi ke rekening' }).getByRole('link').first().click();
  await page.waitForURL(/\/bills\/\d+$/);
});

it.each(['readings', 'bill-runs', 'activity'])('%s: the list, its order, its file', async (address) => {
  await page.goto(`/admin/${address}`);
  await main().getByRole('heading').first().waitFor();
  await answered(page);
  await fits();
  const download = page.getByRole('button', { name: 'Unduh CSV' });
  if ((await download.count()) > 0) {
    const coming = page.waitForEvent('download');
    await download.click();
    // A list longer than is counted is offered in the background, and may still be had at once.
    if ((await page.locator('tfoot').innerText()).includes('+ baris'))
      await page.getByRole('button', { name: 'Unduh sekarang' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
  }
});

it('regions: a code that is no code, one that is taken, in the words of the page', async () => {
  await page.goto('/admin/regions');
  await page.getByRole('button', { name: 'Tambah wilayah' }).first().click();
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog().getByText('Harus 2 angka').waitFor();
  await dialog().getByLabel('Kode').fill('01');
  await dialog().getByLabel('Nama').fill('Dua kali');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog()
    .getByText(/sudah (dipakai|ada)/i)
    .first()
    .waitFor();
  expect(await dialog().innerText()).not.toMatch(/already|must|match/i);
  await dialog().getByRole('button', { name: 'Batal' }).click();
  // A route that was named wrongly is named anew.
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  const rename = page.getByRole('button', { name: /^Ubah nama rute/ }).first();
  await rename.click();
  await page
    .getByRole('dialog', { name: /^Ubah nama rute/ })
    .getByLabel('Nama')
    .fill('Rute Betul');
  await page
    .getByRole('dialog', { name: /^Ubah nama rute/ })
    .getByRole('button', { name: 'Simpan' })
    .click();
  await page.getByRole('cell', { name: 'Rute Betul' }).waitFor();
  const { width, height } = (await rename.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Escape');
});

it('regions: a new name opens none that somebody else has closed, and a late save says who was first', async () => {
  await page.goto('/admin/regions');
  await page.getByRole('button', { name: 'Tambah wilayah' }).first().click();
  await dialog().getByLabel('Kode').fill('97');
  await dialog().getByLabel('Nama').fill('Wilayah Sepi');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog().waitFor({ state: 'detached' });
  const row = (of: Page) => of.locator('main tbody tr').filter({ hasText: /^97/ });
  await row(page).getByRole('link').first().click();
  await dialog().getByRole('switch').waitFor();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('dialog').getByRole('switch').click();
  await other.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await row(other).getByText('Tidak aktif').waitFor();

  // A route more, and everything on the page is asked again.
  await dialog().getByRole('button', { name: 'Tambah rute' }).click();
  const route = page.getByRole('dialog', { name: 'Tambah rute' });
  await route.getByRole('textbox', { name: 'Kode rute' }).fill('0001');
  await route.getByRole('textbox', { name: 'Nama' }).fill('Rute Sepi');
  await route.getByRole('button', { name: 'Simpan' }).click();
  await route.waitFor({ state: 'detached' });
  await row(page).getByText('Tidak aktif').waitFor();
  await dialog().getByRole('textbox', { name: 'Nama' }).fill('Wilayah Tutup');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await row(page).getByText('Wilayah Tutup').waitFor();
  await row(page).getByText('Tidak aktif').waitFor();
  await other.reload();
  await row(other).getByText('Wilayah Tutup').waitFor();
  expect(await row(other).innerText()).toContain('Tidak aktif');
  // What is typed here while the other one saves is refused with who that was, and stays in its field.
  await dialog().getByRole('textbox', { name: 'Nama' }).fill('Wilayah Terlambat');
  await other.getByRole('dialog').getByRole('textbox', { name: 'Nama' }).fill('Wilayah Lebih Dulu');
  await other.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await row(other).getByText('Wilayah Lebih Dulu').waitFor();
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog()
    .getByText(/sudah diubah/i)
    .first()
    .waitFor();
  expect(await dialog().getByRole('textbox', { name: 'Nama' }).inputValue()).toBe('Wilayah Terlambat');
  await other.close();
});

it('users: refused while wrong, a name that is taken', async () => {
  await page.goto('/admin/users');
  await page.getByRole('button', { name: 'Tambah pengguna' }).first().click();
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog().getByText('3–32 huruf kecil, angka, titik, atau garis bawah').waitFor();
  await dialog()
    .getByText(/^Minimal \d+ karakter$/)
    .waitFor();
  await dialog().getByLabel('Nama pengguna').fill('admin');
  await dialog().getByLabel('Nama', { exact: false }).nth(1).fill('Nama Kedua');
  // who asks or decides takes two people and a reason; a meter reader gets a password at once
  await dialog()
    .getByRole('textbox', { name: /Alasan/ })
    .fill('Pegawai baru di kantor');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog()
    .getByText(/sudah (dipakai|ada)/i)
    .first()
    .waitFor();
  await dialog().getByLabel('Peran').first().click();
  await page.getByRole('option', { name: 'Petugas pencatat meter' }).click();
  await dialog().locator('input[type=password]').fill('Sandi-Yang-Panjang-2026');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog()
    .getByText(/sudah (dipakai|ada)/i)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});

it('account: the wrong old password is said at its field', async () => {
  await page.goto('/admin/account');
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await main().getByRole('button', { name: 'Ganti kata sandi' }).click();
  await main().getByText('Wajib diisi').first().waitFor();
  await field('Kata sandi sekarang').fill('bukan-ini-sandinya');
  await field('Kata sandi baru').fill('Sandi-Yang-Panjang-2026');
  await field('Ulangi kata sandi baru').fill('Sandi-Yang-Lain-2026');
  await main().getByRole('button', { name: 'Ganti kata sandi' }).click();
  await main().getByText('Tidak sama dengan kata sandi baru').waitFor();
  await field('Ulangi kata sandi baru').fill('Sandi-Yang-Panjang-2026');
  await main().getByRole('button', { name: 'Ganti kata sandi' }).click();
  await main().getByText('Tidak cocok', { exact: true }).waitFor();
  await fits();
});

it('account: whoever leaves without a connection is not let in again by a reload', async () => {
  const { page: own } = await signIn(browser, 'petugas');
  await own.goto('/admin/account');
  await own.route('**/api/v1/auth/logout', (route) => route.abort());
  await own.getByRole('button', { name: /^Akun/ }).click();
  await own.getByRole('menuitem', { name: 'Keluar' }).click();
  await own.getByLabel('Kata sandi').first().waitFor();
  await own.unroute('**/api/v1/auth/logout');
  await own.reload();
  await own.getByLabel('Kata sandi').first().waitFor();
  // Told at the next start: the server has ended the session, and taken its cookie away.
  expect(await own.context().cookies()).toEqual([]);
  await own.context().close();
});

it('account: whoever leaves while the server is away has left every tab, also with a token that has run out', async () => {
  const { page: own } = await signIn(browser, 'petugas');
  await own.goto('/admin/account');
  const other = await own.context().newPage();
  await other.goto('/admin/account');
  await other.getByRole('button', { name: /^Akun/ }).waitFor();
  // Such a token is refused without a look at the database; the exchange for the next cannot do without.
  await own.route('**/api/v1/auth/logout', (route) =>
    route.fulfill({ status: 401, json: { code: 'auth.unauthenticated', title: 'Belum masuk', status: 401 } }),
  );
  await own.route('**/api/v1/auth/refresh', (route) => route.fulfill({ status: 503, body: '' }));
  await own.getByRole('button', { name: /^Akun/ }).click();
  await own.getByRole('menuitem', { name: 'Keluar' }).click();
  await own.getByLabel('Kata sandi').first().waitFor();
  await other.getByLabel('Kata sandi').first().waitFor();
  await own.unroute('**/api/v1/auth/logout');
  await own.unroute('**/api/v1/auth/refresh');
  await own.reload();
  await own.getByLabel('Kata sandi').first().waitFor();
  expect(await own.context().cookies()).toEqual([]);
  await own.context().close();
});

it('connection: lives are numbers within their limits', async () => {
  await page.goto('/admin/banks');
  await main().getByRole('article').first().getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Sambungan' }).click();
  await page.waitForURL(/\/connection$/);
  await page.reload();
  const life = page.getByLabel('Umur virtual account (menit)', { exact: true });
  for (const [text, words] of [
    ['3,5', /Koma tidak dipakai/],
    ['2', 'Paling kecil'],
    ['50.000', 'Paling besar 43.200.'],
  ] as const) {
    await life.fill(text);
    await life.press('Tab');
    await main().getByText(words).waitFor();
  }
  await fits();
});

it('an address nobody knows says so, with the status of it', async () => {
  const answer = await page.goto('/admin/nothing-here');
  expect(answer?.status()).toBe(404);
  await page.getByText('Halaman tidak ditemukan').waitFor();
});

it('raised no error of its own on the way', () => {
  expect(problems).toEqual([]);
});
