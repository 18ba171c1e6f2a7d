import type { Browser } from 'playwright-core';
import { inDatabase } from './public-checkout';
import { owingAtFirst, owingCustomers } from './public-customers';
import { check, overflow, seriousFindings, smallTargets } from './public-page';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';

/* While customer numbers are being guessed, the page asks for the meter, with scripts and without. */

let browser: Browser;
let numbers: string[];

beforeAll(async () => {
  browser = await openBrowser();
  numbers = await onStreetsOfTheirOwn((await owingAtFirst()).slice(48));
});
afterAll(async () => {
  await inDatabase('DELETE FROM nomor_ditanya', []);
  await browser.close();
});

/** Region and route, within which numbers follow each other. */
const streetOf = (number: string) => number.slice(0, 8);

/** Three where none of those lives of whom other files ask at the same time: a watched street is watched for them too. */
async function onStreetsOfTheirOwn(others: readonly string[]): Promise<string[]> {
  const taken = new Set((await owingAtFirst()).slice(0, 48).map(streetOf));
  // The last ones belong to the counter; who owes one bill may have paid it when it is asked for.
  const apart = (await owingCustomers(2)).slice(0, -10).filter((number) => !taken.has(streetOf(number)));
  return [...apart, ...others].slice(0, 3);
}

/** As after six numbers nobody has, right beside this one. */
async function guessedAround(number: string): Promise<void> {
  await inDatabase('DELETE FROM nomor_dikenal', []);
  await inDatabase(
    `INSERT INTO nomor_ditanya (position, network, missed, asked_at)
     SELECT $1::bigint + step, '198.18.' || step, true, clock_timestamp() FROM generate_series(1, 6) AS step`,
    [number.slice(0, -1)],
  );
}

async function digitsOf(number: string): Promise<string> {
  const [row] = await inDatabase(
    `SELECT right(regexp_replace(m.serial, '\\D', '', 'g'), 4) AS digits FROM meter m
     JOIN pelanggan c ON c.id = m.customer_id WHERE c.customer_number = $1 AND m.removed_on IS NULL`,
    [number],
  );
  return String(row?.digits);
}

const otherThan = (digits: string) => String((Number(digits) + 1) % 10_000).padStart(4, '0');

test.each([
  ['360 light', PHONE, 'light', 0],
  ['1280 dark', DESKTOP, 'dark', 1],
] as const)(
  '%s: the field appears only then, and says what is wrong with it',
  async (_, viewport, scheme, index) => {
    const number = numbers[index] ?? '';
    const { page, problems } = await openPage(browser, { viewport, scheme });
    await page.goto('/');
    await page.getByRole('contentinfo').waitFor();
    const field = page.getByLabel('4 angka terakhir nomor meter');
    expect(await field.count()).toBe(0);
    await guessedAround(number);
    await check(page, number);
    await field.waitFor();
    await page.getByText('ada yang mencoba-coba nomor pelanggan').waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);

    const send = page.getByRole('button', { name: 'Cek tagihan' });
    await field.fill('12');
    await send.click();
    await page.getByText('Isi tepat 4 angka.').waitFor();
    const digits = await digitsOf(number);
    await field.fill(otherThan(digits));
    await send.click();
    await page.getByText('Angkanya tidak cocok dengan nomor meter').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await field.fill(`No ${digits}`);
    await send.click();
    await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();

    // From now on this line knows its number.
    await check(page, number);
    await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
    expect(problems).toEqual([]);
  },
);

test('a number picked from those kept on the phone stands in the form when the meter is asked for', async () => {
  const number = numbers[2] ?? '';
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto('/');
  await page.evaluate((kept) => {
    localStorage.setItem('tirtapay.numbers', JSON.stringify([{ number: kept, name: 'R***' }]));
  }, number);
  await guessedAround(number);
  await page.reload();
  await page.getByRole('contentinfo').waitFor();
  await page.getByRole('button', { name: 'R***' }).click();
  await page.getByLabel('4 angka terakhir nomor meter').fill(await digitsOf(number));
  expect(await page.locator('#nomor').inputValue()).toBe(number);
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  await page.getByRole('heading', { name: 'Rincian tagihan' }).waitFor();
});

test.each([
  ['without scripts', false],
  ['with a download that broke', true],
])('%s the form asks for the meter too', async (_, javaScriptEnabled) => {
  const number = numbers[2] ?? '';
  const { page } = await openPage(browser, { viewport: PHONE, javaScriptEnabled });
  await page.route('**/assets/*.js', (route) => route.abort());
  await guessedAround(number);
  await page.goto('/');
  await page.getByLabel('Nomor pelanggan').fill(number);
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  const field = page.getByLabel('4 angka terakhir nomor meter');
  await field.waitFor();
  const digits = await digitsOf(number);
  await field.fill(otherThan(digits));
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  await page.getByText('Angkanya tidak cocok dengan nomor meter').waitFor();
  await field.fill(digits);
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  await page.getByRole('heading', { name: 'Tagihan yang belum dibayar' }).waitFor();
});
