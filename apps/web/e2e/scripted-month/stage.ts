import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Calendar } from '../../../api/src/platform/jobs';
import { hasCluster } from '../../../api/test/support/cluster-access';
import startCluster from '../../../api/test/support/global-setup';
import stopCluster from '../../../api/test/support/global-teardown';
import { STAFF_PASSWORD, type StaffName } from '../../../api/test/support/staff';
import { TestApp } from '../../../api/test/support/test-app';
import type { TestBank, TestCustomer, TestRegion } from '../../../api/test/support/factory';
import { overflow } from '../public-page';
import { filmOf } from '../support/bars';
import { DESKTOP, openBrowser, PHONE } from '../support/browser';
import { ROOT } from '../support/product';
import { HOUSES, QUARTER } from './figures';

/** Far ahead of every day this test may run on, so that no cookie of a browser is ever too old. */
const READ_ON = '2031-01-27T09:00:00+08:00';
const WIDTHS = [PHONE, { width: 1024, height: 768 }, DESKTOP];
/** A folder in which pictures of each stage are kept, for whoever wants to look at them. */
const PICTURES = process.env.TIRTAPAY_PICTURES;

/** A utility on the clock of the test, with the people who work its month, each in front of a browser. */
export class Stage {
  readonly app = new TestApp({ start: READ_ON, webRoot: join(ROOT, 'dist', 'web') });
  /** Whatever went wrong in a page. */
  readonly faults: string[] = [];
  readonly normal: TestCustomer[] = [];
  mistyped!: TestCustomer;
  copied!: TestCustomer;
  thirsty!: TestCustomer;
  missed!: TestCustomer;
  region!: TestRegion;
  bank!: TestBank;
  private browser!: Browser;
  private seeing!: Browser;
  private folder!: string;
  private paid = 0;
  private ownCluster = false;
  private readonly signedIn = new Map<StaffName, Page>();

  async open(): Promise<void> {
    // In a whole run the integration tests have one, with a migrated database to copy.
    this.ownCluster = !hasCluster();
    if (this.ownCluster) await startCluster();
    const { app } = this;
    await app.start();
    this.region = await app.make.region();
    this.bank = await app.make.bank({ code: 'SULTRA' });
    await app.make.penaltyPolicy();
    for (let index = 1; index <= HOUSES - 4; index += 1)
      this.normal.push(await this.house(`Warga ${String(index)}`, QUARTER));
    this.mistyped = await this.house('Salah Ketik', QUARTER);
    this.copied = await this.house('Foto Sama', QUARTER);
    this.thirsty = await this.house('Kran Bocor', QUARTER);
    this.missed = await this.house('Kuartal Terlewat', ['2030-09']);
    this.folder = mkdtempSync(join(tmpdir(), 'bulan '));
    const film = join(this.folder, 'meter.mjpeg');
    await filmOf(this.normal[0]?.customer_number ?? '', film);
    this.seeing = await openBrowser({ camera: film });
    this.browser = await openBrowser();
    if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.seeing.close();
    rmSync(this.folder, { recursive: true, force: true });
    await this.app.stop();
    if (this.ownCluster) await stopCluster();
  }

  private async house(name: string, before: readonly string[]): Promise<TestCustomer> {
    const customer = await this.app.make.customer({ region: this.region, name });
    for (const period of before) await this.app.make.reading({ customer, period, usage: 20 });
    return customer;
  }

  houseOf(index: number): TestCustomer {
    const customer = this.normal[index];
    if (customer === undefined) throw new Error('there is no such house');
    return customer;
  }

  private async page(by: Browser, viewport: typeof PHONE): Promise<Page> {
    const context = await by.newContext({
      viewport,
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      baseURL: this.app.url,
    });
    const page = await context.newPage();
    await page.clock.install({ time: new Date(this.app.clock.now()) });
    page.on('pageerror', (error) => this.faults.push(error.message));
    return page;
  }

  private async signIn(by: Browser, username: StaffName): Promise<Page> {
    const page = await this.page(by, username === 'petugas' ? PHONE : DESKTOP);
    await page.goto('/admin/login');
    await page.getByLabel(/nama pengguna/i).fill(username);
    await page
      .getByLabel(/kata sandi/i)
      .first()
      .fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/login'));
    return page;
  }

  /** Somebody of the staff, who signs in when first asked for on a day. */
  async at(username: StaffName): Promise<Page> {
    const page = this.signedIn.get(username) ?? (await this.signIn(this.browser, username));
    this.signedIn.set(username, page);
    return page;
  }

  /** The reader whose telephone looks at the bars of the first meter. */
  withCamera(): Promise<Page> {
    return this.signIn(this.seeing, 'petugas');
  }

  /** Whoever types the number of the bill, on a telephone. */
  async customerAt(customer: TestCustomer): Promise<Page> {
    const page = await this.page(this.browser, PHONE);
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(customer.customer_number);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/t\//);
    return page;
  }

  /** Days pass; who was signed in comes back in the morning. What the calendar does at night is done. */
  async day(date: string): Promise<void> {
    for (const page of this.signedIn.values()) await page.context().close();
    this.signedIn.clear();
    this.app.clock.set(`${date}T09:00:00+08:00`);
    await this.app.get(Calendar).look();
    const done = `SELECT FROM job_run WHERE job = 'penalty-assessment' AND period = $1 AND status = 'SUCCESS'`;
    while ((await this.app.database.query(done, [date])).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** What a page looks like where it is used; kept as a picture for whoever asked for pictures. */
  async look(page: Page, name: string): Promise<void> {
    const own = page.viewportSize() ?? DESKTOP;
    const wide: string[] = [];
    for (const viewport of WIDTHS) {
      await page.setViewportSize(viewport);
      if ((await overflow(page)) > 0) wide.push(`${name} at ${String(viewport.width)}`);
      if (PICTURES === undefined) continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // The page follows the device a moment later, and its colours fade.
        await page.waitForTimeout(500);
        const file = `${name}-${String(viewport.width)}-${colorScheme}.png`;
        await page.screenshot({ path: join(PICTURES, file), fullPage: true });
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize(own);
    expect(wide).toEqual([]);
  }

  /** At the window of the bank. @returns what was taken, and where the receipt is */
  async pay(customer: TestCustomer): Promise<{ readonly taken: number; readonly receipt: string }> {
    const client = this.bank.client();
    const { body } = await client.verify({ customer_number: customer.customer_number });
    const asked = body as { inquiry_id: string; total_amount: number };
    this.paid += 1;
    const answer = await client.process({
      bank_reference: `BULAN/${String(this.paid)}`,
      inquiry_id: asked.inquiry_id,
      amount: asked.total_amount,
      paid_at: this.app.clock.text(this.app.clock.now()),
      channel: 'TELLER',
    });
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    const { receipt_url: receipt } = answer.body as { receipt_url: string };
    return { taken: asked.total_amount, receipt: new URL(receipt).pathname };
  }
}
