import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/browser';
import { paste, signIn } from './support/console';
import { clicksThrough } from './support/pages';

clicksThrough('/admin/tariffs', '/admin/tariffs/:id', '/admin/tariffs/:id/propose');

/* A number is read as it was pasted or refused in words: in every field, of every form, nothing is trimmed. */

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'super'));
});
afterAll(() => browser.close());

const COMMA = 'Koma tidak dipakai: tulis angka bulat, ribuan dengan titik, misalnya 12.500.';
const NEGATIVE = 'Angka tidak boleh negatif.';

/** Pastes each text and leaves the field: what stands there then, and the words under it. */
async function says(label: string | RegExp, text: string): Promise<{ shown: string; words: string }> {
  await paste(page, label, text);
  await page.keyboard.press('Tab');
  const field = page.getByLabel(label).first();
  const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const error = described.find((id) => id.endsWith('-error'));
  const words = error === undefined ? '' : await page.locator(`[id="${error}"]`).innerText();
  return { shown: await field.inputValue(), words };
}

it('the stand a meter is installed with', async () => {
  await page.goto('/admin/customers/new');
  const stand = 'Stan saat dipasang (m³)';
  expect(await says(stand, '2.654')).toEqual({ shown: '2.654', words: '' });
  expect(await says(stand, '2654 m³')).toEqual({ shown: '2.654', words: '' });
  expect(await says(stand, '12,500')).toEqual({ shown: '12,500', words: COMMA });
  expect(await says(stand, '12,5')).toEqual({ shown: '12,5', words: COMMA });
  expect(await says(stand, '-5.000')).toEqual({ shown: '-5.000', words: NEGATIVE });
  expect(await says(stand, '2.65')).toEqual({
    shown: '2.65',
    words: 'Titik hanya untuk ribuan, misalnya 2.654.',
  });
  // It stays refused when the form is sent.
  await page.getByRole('button', { name: 'Simpan pelanggan' }).click();
  await page.getByText('Titik hanya untuk ribuan, misalnya 2.654.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/customers/new');
});

it('an identity number pasted with a digit too many is not cut to one that looks right', async () => {
  await paste(page, 'NIK', '74010203040500061');
  expect(await page.getByLabel('NIK').inputValue()).toBe('74010203040500061');
});

it('rupiah and cubic metres of a tariff', async () => {
  await page.goto('/admin/tariffs');
  await page.getByText('HALSEL-RT1').first().click();
  await page.getByRole('link', { name: 'Ajukan versi baru' }).click();
  const rate = 'Tarif blok 1';
  expect(await says(rate, 'Rp12.500')).toEqual({ shown: '12.500', words: '' });
  expect(await says(rate, '12,500')).toEqual({ shown: '12,500', words: COMMA });
  expect(await says(rate, '-5.000')).toEqual({ shown: '-5.000', words: NEGATIVE });
  expect(await says(rate, '99999999999')).toEqual({
    shown: '99.999.999.999',
    words: 'Paling besar 10.000.000.000.',
  });
  expect(await says('Pemakaian percobaan (m³)', '1e3')).toMatchObject({ shown: '1e3' });
});

it('a category is renamed, and one that customers are in is not closed', async () => {
  await page.goto('/admin/tariffs');
  await page.getByText('HALSEL-RT1').first().click();
  await page.getByRole('button', { name: 'Ubah golongan' }).click();
  const name = page.getByRole('dialog').getByLabel('Nama');
  const before = await name.inputValue();
  await name.fill(`${before} (uji)`);
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: `${before} (uji)` }).waitFor();
  await page.getByRole('button', { name: 'Ubah golongan' }).click();
  await name.fill(before);
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: before }).waitFor();
  await page.getByRole('button', { name: 'Tutup golongan' }).click();
  await page.getByRole('dialog').getByLabel('Alasan').fill('Digabung dengan golongan lain');
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup golongan' }).click();
  await page.getByText('Golongan masih dipakai').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Batal' }).click();
});

it('a tariff that goes on while sealed has a charge to go on with, and says so afterwards', async () => {
  await page.goto('/admin/tariffs');
  await page.getByText('HALSEL-RT3').first().click();
  await page.getByRole('link', { name: 'Ajukan versi baru' }).click();
  await page.getByLabel('Dasar hukum').fill('Perbup 12/2027');
  await page.getByLabel('Berlaku mulai periode pemakaian').click();
  await page
    .getByRole('button', { name: 'Tahun berikutnya' })
    .or(page.locator('[data-direction="next"]'))
    .first()
    .click();
  await page.getByRole('button', { name: /^Jan/ }).first().click();
  const goesOn = page.getByLabel('Beban tetap tetap ditagih selama sambungan disegel');
  await goesOn.check();
  for (let left = await page.getByRole('button', { name: /^Hapus beban/ }).count(); left > 0; left -= 1)
    await page
      .getByRole('button', { name: /^Hapus beban/ })
      .first()
      .click();
  await page.getByRole('button', { name: 'Ajukan untuk disetujui' }).click();
  await page.getByText('Tarif ini tidak punya biaya tetap yang dapat ditagih').waitFor();
  await page.getByRole('button', { name: 'Tambah beban' }).click();
  await page.getByLabel('Jumlah').fill('15000');
  await page.getByRole('button', { name: 'Ajukan untuk disetujui' }).click();
  await page.getByText('Versi diajukan dan menunggu persetujuan').first().waitFor();
  await page.waitForURL(/\/tariffs\/\d+$/);
  await page.getByText('Beban tetap tetap ditagih selama sambungan disegel.').first().waitFor();
});

it('raised no error of its own on the way', () => {
  expect(problems).toEqual([]);
});
