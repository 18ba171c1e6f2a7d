import type { Browser, Page } from 'playwright-core';
import { openPage, type Look } from './browser';

/** Password of everybody in the demo data. */
const PASSWORD = 'TirtaDemo2026!';

/**
 * A member of staff at a browser of their own that knows them already, as in the morning of any other day; no page is open
 * yet. The form itself is filled in where a day begins with it: spine, console-banks, production-from-zero, scripted-month.
 */
export async function signIn(
  browser: Browser,
  username: string,
  look: Look = {},
): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, look);
  const answer = await opened.page.request.post('/api/v1/auth/login', {
    data: { username, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${username} is not let in: ${await answer.text()}`);
  return opened;
}

/** The second person agrees to the request that is open, once more when asked. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Setujui' }).first().click();
  await page
    .getByRole('dialog', { name: /^Setujui/ })
    .getByRole('button', { name: 'Setujui' })
    .click();
  await page.getByText('Permohonan disetujui').waitFor();
}

/** As a click in the menu goes there: what all pages share is not loaded anew. */
export const turnTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);

/** Where the cursor has to be before somebody types. */
export async function cursorStandsIn(page: Page, label: string): Promise<void> {
  await page.waitForFunction(
    (name) => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent.startsWith(name),
    label,
  );
}

/** As Ctrl-V does it: the field gets the text in one piece, after what it held was selected. */
export async function paste(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.selectText().catch(() => undefined);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}
