import type { Browser, Page } from 'playwright-core';
import { openPage, type Look } from './browser';

/** Password of everybody in the demo data. */
const PASSWORD = 'TirtaDemo2026!';

/** A member of staff at a browser of their own, on the page they land on. */
export async function signIn(
  browser: Browser,
  username: string,
  look: Look = {},
): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, look);
  const { page } = opened;
  await page.goto('/admin/login');
  await page.getByLabel(/nama pengguna/i).fill(username);
  await page
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  return opened;
}

/** As Ctrl-V does it: the field gets the text in one piece, after what it held was selected. */
export async function paste(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.selectText().catch(() => undefined);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}
