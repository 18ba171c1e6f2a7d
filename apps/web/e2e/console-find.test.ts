import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './public-page';
import { openBrowser } from './support/browser';
import { signIn } from './support/console';

/* Ctrl K finds everything, with the keyboard alone. */

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
});
afterAll(() => browser.close());

const palette = () => page.getByRole('dialog');
const found = (text: string | RegExp) => palette().locator('[data-action]', { hasText: text });

/** Opens the box with the keyboard and types; what was typed before is gone. */
async function ask(text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await palette().waitFor();
  // The box comes with its first use; the cursor is in it a moment later.
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** What the office knows of one row of a list: its name, and where it leads. */
async function firstOf(list: string): Promise<{ name: string; address: string }> {
  await page.goto(`/admin/${list}`);
  const link = page.locator('main tbody a[data-row-link]').first();
  await link.waitFor();
  return { name: (await link.innerText()).trim(), address: (await link.getAttribute('href')) ?? '' };
}

async function opens(text: string, address: string): Promise<void> {
  await ask(text);
  await found(text).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === address);
  await palette().waitFor({ state: 'detached' });
}

it.each(['customers', 'bills', 'payments'])('the first of %s by its number', async (list) => {
  const { name, address } = await firstOf(list);
  await page.goto('/admin/dashboard');
  await page.getByRole('main').waitFor();
  await opens(name, address);
});

it('a customer by the beginning of a name, in the order of names', async () => {
  await page.goto('/admin/customers?sort=name');
  const name = (await page.locator('main tbody tr').first().locator('td').nth(2).innerText()).trim();
  await ask(name.slice(0, 4).toLowerCase());
  await found(name).first().waitFor();
  await page.keyboard.press('Escape');
  await palette().waitFor({ state: 'detached' });
});

it('a page, and a form that no menu names', async () => {
  await ask('wilayah');
  await found('Wilayah').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/admin\/regions$/);
  await palette().waitFor({ state: 'detached' });
  await opens('Daftarkan pelanggan', '/admin/customers/new');
});

it('says so when nothing begins like that, and is readable to everybody', async () => {
  await ask('zzzz');
  await palette().getByText('Tidak ditemukan').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('left no error behind', () => {
  expect(problems).toEqual([]);
});
