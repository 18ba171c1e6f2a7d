import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';
import { clicksThrough } from './support/pages';

clicksThrough('/admin/drawers', '/admin/shifts');

/* The drawers and shifts as whoever supervises counters sees them. */

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
});
afterAll(() => browser.close());

const dialog = (name: string) => page.getByRole('dialog', { name });
const drawer = () => dialog('Laci loket');

async function add(code: string, name: string): Promise<void> {
  await dialog('Tambah loket').getByRole('textbox', { name: 'Kode' }).fill(code);
  await dialog('Tambah loket').getByRole('textbox', { name: 'Nama' }).fill(name);
  await dialog('Tambah loket').getByRole('button', { name: 'Simpan' }).click();
}

it('a counter is refused while its fields are wrong and while its code is taken, then added', async () => {
  await page.goto('/admin/drawers');
  await page.getByRole('button', { name: 'Tambah loket' }).first().click();
  await dialog('Tambah loket').getByRole('button', { name: 'Simpan' }).click();
  await dialog('Tambah loket').getByText('Tulis 2–12 huruf besar atau angka.').waitFor();
  await add('loket1', 'Kode yang sudah dipakai');
  await dialog('Tambah loket').getByText('Kode loket sudah dipakai').waitFor();
  await add('UJIB', 'Loket Uji B');
  await page.getByText('Loket Loket Uji B ditambahkan').waitFor();
});

it('change money in, a deposit out, more than there is refused, and a difference for two people', async () => {
  await page.getByPlaceholder('Kode atau nama loket').fill('UJIB');
  await page.getByRole('link', { name: 'UJIB' }).click();
  await drawer().getByText('Rp0').first().waitFor();
  await drawer().getByRole('button', { name: 'Tambah uang kembalian' }).click();
  await dialog('Tambah uang kembalian').getByRole('button', { name: 'Simpan' }).click();
  await dialog('Tambah uang kembalian').getByText('Wajib diisi').waitFor();
  await dialog('Tambah uang kembalian').getByLabel('Jumlah').fill('300.000');
  await dialog('Tambah uang kembalian').getByRole('button', { name: 'Simpan' }).click();
  await drawer().getByText('Rp300.000').first().waitFor();

  await drawer().getByRole('button', { name: 'Setor ke bank' }).click();
  await dialog('Setor ke bank').getByLabel('Jumlah setoran').fill('300001');
  await dialog('Setor ke bank').getByLabel('Nomor slip setoran').fill('SLIP-UJI-1');
  await dialog('Setor ke bank').getByRole('button', { name: 'Catat setoran' }).click();
  await dialog('Setor ke bank')
    .getByText(/Tidak boleh lebih dari isi laci|batas|rentang/i)
    .waitFor();
  await dialog('Setor ke bank').getByLabel('Jumlah setoran').fill('100000');
  await dialog('Setor ke bank').getByRole('button', { name: 'Catat setoran' }).click();
  await drawer().getByText('SLIP-UJI-1').waitFor();
  await drawer().getByText('Rp200.000').first().waitFor();

  // One zero too many: what is right is asked of a second person.
  await drawer()
    .getByRole('row', { name: /SLIP-UJI-1/ })
    .getByRole('button', { name: 'Koreksi' })
    .click();
  const correction = dialog('Koreksi pencatatan');
  await correction.getByText('Tercatat Rp100.000.', { exact: false }).waitFor();
  await correction.getByLabel('Jumlah yang benar').fill('10.000');
  await correction.getByRole('button', { name: 'Ajukan koreksi' }).click();
  await correction.getByText('Wajib diisi').waitFor();
  await correction.getByLabel('Alasan').fill('Kelebihan satu nol');
  await correction.getByRole('button', { name: 'Ajukan koreksi' }).click();
  await page.getByText('Koreksi diajukan untuk disetujui').waitFor();

  await drawer().getByRole('button', { name: 'Laporkan selisih' }).click();
  const report = dialog('Laporkan selisih');
  await report.getByLabel('Rp100.000, jumlah lembar').fill('1,5');
  await report.getByLabel('Alasan selisih').fill('Ditemukan saat pemeriksaan mendadak');
  await report.getByRole('button', { name: 'Ajukan' }).click();
  await report.getByRole('alert').filter({ hasText: 'tulis angka bulat' }).waitFor();
  await report.getByLabel('Rp100.000, jumlah lembar').fill('1');
  await report.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText(/diajukan untuk disetujui$/).waitFor();
});

it('out of use and back', async () => {
  const usable = drawer().getByRole('switch', { name: 'Loket ini boleh dipakai' });
  await usable.press('Space');
  await drawer().getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Loket disimpan').first().waitFor();
  await page.reload();
  await drawer().getByText('Loket ini boleh dipakai').waitFor();
  expect(await usable.isChecked()).toBe(false);
  const place = drawer().getByRole('combobox', { name: 'Titik bayar' });
  await place.click();
  const [first] = await page.getByRole('option').allInnerTexts();
  await page.getByRole('option').first().click();
  await drawer().getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Loket disimpan').first().waitFor();
  await page.reload();
  await drawer().getByText('Loket ini boleh dipakai').waitFor();
  expect(await place.inputValue()).toBe(first);
});

it('shifts: the list, its filter, one of them', async () => {
  await page.goto('/admin/shifts');
  await page.getByRole('table').waitFor();
  const box = page.getByPlaceholder('Kode loket atau nama kasir');
  await box.fill('tidak ada kasir begini');
  await page.getByRole('table').waitFor({ state: 'detached' });
  await box.fill('');
  await page.getByRole('table').waitFor();
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/shifts\/\d+$/);
  await page.getByRole('heading', { name: 'Uang di laci' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Uang di laci' }).waitFor();
});

it('fits and is read aloud without a finding', async () => {
  for (const address of ['/admin/drawers', '/admin/shifts']) {
    await page.goto(address);
    await page.getByRole('table').waitFor();
    expect({ address, found: await seriousFindings(page) }).toEqual({ address, found: [] });
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      expect({ address, wider: await overflow(page) }).toMatchObject({ wider: 0 });
    }
  }
  expect(problems).toEqual([]);
});
