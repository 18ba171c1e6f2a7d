import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { STAFF_PASSWORD, type StaffName } from '../../../api/test/support/staff';
import type { TestApp } from '../../../api/test/support/test-app';
import { overflow, seriousFindings } from '../public-page';
import { DESKTOP, openBrowser, PHONE } from './browser';
import { noteVisits } from './pages';

/** A folder in which pictures are kept, for whoever wants to look at them. */
const PICTURES = process.env.TIRTAPAY_PICTURES;

/** People of the staff before the pages of an application whose clock the test sets. */
export interface StaffPages {
  readonly faults: readonly string[];
  /** Time passes; who was signed in comes back. */
  at(instant: string): Promise<void>;
  /** Who signs in when first asked for. */
  of(username: StaffName): Promise<Page>;
  /** At both widths; what is wrong with it for whoever does not see well is looked for as well. */
  look(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export async function chromiumPages(app: TestApp): Promise<StaffPages> {
  const browser: Browser = await openBrowser();
  const faults: string[] = [];
  const signedIn = new Map<StaffName, Page>();
  if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
  const signIn = async (username: StaffName): Promise<Page> => {
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      baseURL: app.url,
    });
    const page = await context.newPage();
    noteVisits(page);
    await page.clock.install({ time: new Date(app.clock.now()) });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto('/admin/login');
    await page.getByLabel(/nama pengguna/i).fill(username);
    await page
      .getByLabel(/kata sandi/i)
      .first()
      .fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/login'));
    signedIn.set(username, page);
    return page;
  };
  return {
    faults,
    async at(instant) {
      for (const page of signedIn.values()) await page.context().close();
      signedIn.clear();
      app.clock.set(instant);
    },
    of: async (username) => signedIn.get(username) ?? signIn(username),
    async look(page, name) {
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        expect([name, viewport.width, (await overflow(page)) <= 0]).toEqual([name, viewport.width, true]);
        if (PICTURES !== undefined)
          await page.screenshot({
            path: join(PICTURES, `${name}-${String(viewport.width)}.png`),
            fullPage: true,
          });
      }
      expect([name, await seriousFindings(page)]).toEqual([name, []]);
    },
    close: () => browser.close(),
  };
}
