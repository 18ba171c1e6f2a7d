import type { Browser, Page } from 'playwright-core';
import { answered } from './support/answered';
import { openBrowser } from './support/browser';
import { signIn } from './support/console';

/* An address from elsewhere, with a day that does not exist or a filter nobody knows, shows the list without it. */

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'super'));
});
afterAll(() => browser.close());

/** Words of a page that crashed, and codes of refusals. */
async function complaints(): Promise<number> {
  await page.locator('main h1, main h2').first().waitFor();
  await answered(page);
  return page
    .locator('main')
    .getByText(/gagal ditampilkan|request\.|internal\./)
    .count();
}

const LISTS = [
  'customers?state=NOBODY&region_id=abc&sort=password',
  'customers?region_id=999999999999999',
  'readings?period=2026-00&severity=1&q=%20',
  'readings/new?customer=1&period=2026-99',
  'verification?period=2026-13&page=-4&severity=x',
  'bills?period=0000-00&state=ISSUED&overdue=perhaps',
  'payments?business_date_from=2026-02-30&channel=VA',
  'payments?business_date_to=2025-02-29&page=999999999999',
  'bank-calls?from=2026-02-30&to=2026-02-31',
  'webhooks?created_at_from=2026-02-30',
  'outbound-calls?from=2026-02-30&to=2026-13-01',
  'activity?from=2026-13-45&to=0000-00-00',
  'cases?state=OPEN&opened_at_from=2026-02-31',
  'approvals?status=PENDING&kind=SOMETHING',
  'users?role=KING',
  'regions?sort=-nothing',
  'tariffs?page=0',
  'bill-runs?page_size=100000',
];

it.each(LISTS)('%s', async (address) => {
  await page.goto(`/admin/${address}`);
  // Not where the page is when it has loaded: it may have put its address right by then.
  const asked = new URL(`/admin/${address}`, page.url()).href;
  expect(await complaints()).toBe(0);
  // What the page made of its address is loaded as well.
  if (page.url() === asked) return;
  await page.reload();
  expect(await complaints()).toBe(0);
});

it('a list says which filter of its address nobody understands, and takes several of one kind', async () => {
  await page.goto('/admin/bills?state=ISUED&period=2026-13');
  const alert = page.locator('main').getByRole('alert');
  await alert.getByText('ISUED').waitFor();
  await alert.getByText('2026-13').waitFor();
  await alert.getByRole('button', { name: 'Hapus dari alamat' }).click();
  await alert.waitFor({ state: 'detached' });
  await page.waitForURL((url) => !url.searchParams.has('state') && !url.searchParams.has('period'));
  // Two of one kind in two places: it goes by neither, nor does what it asks of the server.
  const unfiltered = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/v1/bills');
  await page.goto('/admin/bills?period=2026-01&period=2026-02');
  expect(new URL((await unfiltered).url()).searchParams.has('period')).toBe(false);
  await alert.getByText('2026-01, 2026-02').waitFor();
  expect(await page.getByText('Periode: Januari 2026').count()).toBe(0);
  await alert.getByRole('button', { name: 'Hapus dari alamat' }).click();
  await page.waitForURL((url) => !url.searchParams.has('period'));
  // And an order the list does not have.
  await page.goto('/admin/bills?sort=-nomor');
  await alert.getByText(/^Tidak dikenal: Urutkan: -nomor\./).waitFor();
  await alert.getByRole('button', { name: 'Hapus dari alamat' }).click();
  await page.waitForURL((url) => !url.searchParams.has('sort'));
  // As the figures of the dashboard lead here: what was billed is what is open and what is paid.
  const asked = page.waitForRequest((request) => request.url().includes('state=ISSUED%2CPAID'));
  await page.goto('/admin/bills?state=ISSUED,PAID');
  await asked;
  await answered(page);
  expect(await alert.count()).toBe(0);
  await page.getByText(/: Belum dibayar, Lunas/).waitFor();
});

it('raised no error of its own on the way', () => {
  expect(problems).toEqual([]);
});
