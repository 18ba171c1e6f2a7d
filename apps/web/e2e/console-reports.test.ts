import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, openPage, PHONE } from './support/browser';
import { clicksThrough } from './support/pages';

clicksThrough('/admin/reports');

const PASSWORD = 'TirtaDemo2026!';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function signIn(look: Parameters<typeof openPage>[1]): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, look);
  await opened.page.goto('/admin/');
  await opened.page.getByLabel(/nama pengguna/i).fill('manajer');
  await opened.page
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORD);
  await opened.page.keyboard.press('Enter');
  await opened.page
    .getByRole('navigation', { name: 'Menu utama' })
    .or(opened.page.getByRole('banner'))
    .first()
    .waitFor();
  return opened;
}

/** Once nothing moves any more: half faded in, every text is too pale. */
async function sound(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

it('shows every report on one page, with sums below, and hands over the same as a file', async () => {
  const { page, problems } = await signIn({ viewport: DESKTOP });
  await page.goto('/admin/reports');
  const table = page.getByRole('table');
  await table.waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Laporan');
  await sound(page);
  await page.getByRole('combobox', { name: 'Laporan' }).click();
  await page.getByRole('option', { name: 'Umur tunggakan per wilayah' }).click();
  await page.getByRole('columnheader', { name: '31–60 hari' }).waitFor();
  expect(new URL(page.url()).searchParams.get('report')).toBe('arrears');
  expect(await table.locator('tfoot').innerText()).toMatch(/Jumlah[\s\S]*Rp/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /csv/i }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('arrears.csv');
  await sound(page);
  expect(problems).toEqual([]);
});

it('takes a day that does not exist in the address for none, and fits a phone', async () => {
  const { page, problems } = await signIn({ viewport: PHONE });
  await page.goto('/admin/reports?report=payments&from=2025-02-30');
  await page.getByText('Penerimaan per hari, bank dan kanal').first().waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await sound(page);
  expect(problems).toEqual([]);
});
