import type { Browser, Page } from 'playwright-core';
import { overflow } from './public-page';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { productAccess } from './support/product';

clicksThrough('/admin/pay-points');

/* Where bills are paid by hand: added, corrected and closed by the office, and the customer's page follows. */

const EXAMPLE = '010203000046';

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'it'));
});
afterAll(() => browser.close());

interface Counter {
  readonly name: string;
  readonly hours: string;
  readonly coordinates: string | null;
}

/** What the example customer is shown, who pays through a bank of which there are pay points. */
async function shown(name: string): Promise<Counter | undefined> {
  const api = `${productAccess().url}/api/v1/public/inquiries`;
  const asked = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customer_number: EXAMPLE }),
  });
  const { token } = (await asked.json()) as { token: string };
  const counters = (await (await fetch(`${api}/${token}/counters?bank=SULTRA`)).json()) as Counter[];
  return counters.find((counter) => counter.name === name);
}

const dialog = () => page.getByRole('dialog');

it('a pay point is refused while fields are wrong, then customers find it', async () => {
  await page.goto('/admin/pay-points');
  await page.getByRole('button', { name: 'Tambah titik bayar' }).click();
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog().getByText('Wajib diisi').first().waitFor();
  await dialog().getByLabel('Nama titik bayar').fill('AA Loket Uji');
  await dialog().getByRole('combobox', { name: 'Wilayah' }).click();
  await page.getByRole('option').first().click();
  await dialog().getByLabel('Alamat').fill('Jl. Uji No. 1, Kendari');
  await dialog().getByLabel('Jam buka').fill('Setiap hari 08.00–20.00');
  await dialog().getByLabel('Koordinat').fill('122.5, -3.9');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await dialog().getByText('Tempel lintang dan bujur dari peta').waitFor();
  await dialog().getByLabel('Koordinat').fill('-3.972000, 122.515000');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Titik bayar ditambahkan').waitFor();
  expect(await shown('AA Loket Uji')).toMatchObject({
    hours: 'Setiap hari 08.00–20.00',
    coordinates: '-3.972000, 122.515000',
  });
});

it('its hours are changed, and closed it is sent nobody any more', async () => {
  await page.getByPlaceholder('Nama atau alamat').fill('AA Loket Uji');
  await page.getByRole('link', { name: 'AA Loket Uji' }).click();
  await dialog().getByLabel('Jam buka').fill('Senin–Sabtu 08.00–14.00');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Titik bayar disimpan').first().waitFor();
  expect(await shown('AA Loket Uji')).toMatchObject({ hours: 'Senin–Sabtu 08.00–14.00' });
  await page.reload();
  await dialog().getByRole('button', { name: 'Tutup titik bayar' }).click();
  await dialog().getByText('Ditutup: tidak ditampilkan kepada pelanggan.').waitFor();
  expect(await shown('AA Loket Uji')).toBeUndefined();
  await dialog().getByRole('button', { name: 'Buka kembali' }).click();
  await dialog().getByText('Buka: pelanggan diarahkan ke sini.').waitFor();
  expect(await shown('AA Loket Uji')).toBeDefined();
  await dialog().getByRole('button', { name: 'Tutup titik bayar' }).click();
  await dialog().getByText('Ditutup: tidak ditampilkan kepada pelanggan.').waitFor();
});

it('typed on after a save, before the list is read again: no change of somebody else, and closing waits for it', async () => {
  const save = dialog().getByRole('button', { name: 'Simpan' });
  const stored = page.getByText('Titik bayar disimpan').first();
  await page.reload();
  await dialog().getByLabel('Jam buka').fill('Senin–Jumat 07.30–14.00');
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/pay-points\?/, async (route) => {
    await held;
    await route.continue();
  });
  await save.click();
  await stored.waitFor();
  await dialog().getByLabel('Alamat').fill('Jl. Uji No. 2, Kendari');
  expect(await dialog().getByRole('button', { name: 'Buka kembali' }).isDisabled()).toBe(true);
  await dialog()
    .getByText(/^Simpan dulu perubahan di atas/)
    .waitFor();
  const second = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await save.click();
  expect(await (await second).json()).toMatchObject({
    hours: 'Senin–Jumat 07.30–14.00',
    address: 'Jl. Uji No. 2, Kendari',
  });
  const readAgain = page.waitForResponse((response) => response.url().includes('/pay-points?'));
  goOn();
  await readAgain;
  await page.getByRole('cell', { name: 'Jl. Uji No. 2, Kendari' }).waitFor();
  expect(await dialog().getByLabel('Alamat').inputValue()).toBe('Jl. Uji No. 2, Kendari');
  await page.unroute(/\/pay-points\?/);
  expect(await dialog().getByRole('button', { name: 'Buka kembali' }).isDisabled()).toBe(false);
});

it('fits a phone, and who only reads cannot change', async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBe(0);
  }
  const reader = await signIn(browser, 'admin');
  await reader.page.goto('/admin/pay-points');
  await reader.page.getByRole('link', { name: 'Loket PDAM Mandonga' }).waitFor();
  expect(await reader.page.getByRole('button', { name: 'Tambah titik bayar' }).count()).toBe(0);
  await reader.page.getByRole('link', { name: 'Loket PDAM Mandonga' }).click();
  await reader.page.getByRole('dialog').getByLabel('Jam buka').waitFor();
  expect(await reader.page.getByRole('button', { name: 'Tutup titik bayar' }).count()).toBe(0);
  const { page: anybody } = await openPage(browser);
  await anybody.goto('/admin/pay-points');
  await anybody.waitForURL(/\/login/);
});

it('raised no error of its own on the way', () => {
  expect(problems).toEqual([]);
});
