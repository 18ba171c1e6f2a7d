import type { Browser, Page } from 'playwright-core';
import { overflow } from './public-page';
import { openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';

/* A receipt on the printer of the desk: by the browser, straight by USB, and what happens when it does not answer. */

let browser: Browser;
let page: Page;
let problems: string[];

/** A USB receipt printer that a test can unplug; what it was sent stands in the page. */
function pretendPrinter(): void {
  const state = { chosen: false, plugged: true, sent: [] as number[] };
  Object.assign(window, { pretended: state });
  window.print = () => {
    document.documentElement.dataset.printed = 'yes';
  };
  const device = {
    configuration: {
      interfaces: [
        {
          interfaceNumber: 0,
          alternate: {
            interfaceClass: 7,
            endpoints: [{ endpointNumber: 1, direction: 'out', type: 'bulk' }],
          },
        },
      ],
    },
    open: () => (state.plugged ? Promise.resolve() : Promise.reject(new DOMException('unplugged'))),
    close: () => Promise.resolve(),
    selectConfiguration: () => Promise.resolve(),
    claimInterface: () => Promise.resolve(),
    transferOut: (_: number, bytes: Uint8Array) => {
      state.sent.push(...bytes);
      return Promise.resolve({ status: 'ok' });
    },
  };
  Object.defineProperty(navigator, 'usb', {
    value: {
      getDevices: () => Promise.resolve(state.chosen ? [device] : []),
      requestDevice: () => {
        state.chosen = true;
        return Promise.resolve(device);
      },
    },
  });
}

interface Pretended {
  chosen: boolean;
  plugged: boolean;
  sent: number[];
}
const sent = () =>
  page.evaluate(() =>
    String.fromCharCode(...(window as unknown as { pretended: Pretended }).pretended.sent.splice(0)),
  );
const plug = (plugged: boolean) =>
  page.evaluate((value) => {
    (window as unknown as { pretended: Pretended }).pretended.plugged = value;
  }, plugged);

const print = () => page.getByRole('button', { name: 'Cetak kwitansi' }).click();
const settings = () => page.getByRole('button', { name: 'Printer', exact: true }).click();
const dialog = () => page.getByRole('dialog');
const sheet = () => page.locator('[data-print-sheet]');
/** Closes the browser's own dialogue, which is not there. */
const printed = () => page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
  await page.addInitScript(pretendPrinter);
  // Not among the newest, which others print meanwhile.
  await page.goto('/admin/payments?page=4');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/payments\/\d+$/);
  await page.reload();
});
afterAll(() => browser.close());

it('on a roll by the browser: the original first, then the copy that says so', async () => {
  await print();
  await sheet().waitFor({ state: 'attached' });
  expect(await sheet().getAttribute('data-roll')).toBe('80');
  const first = (await sheet().locator('pre').textContent()) ?? '';
  expect(first).toContain('BUKTI PEMBAYARAN REKENING AIR MINUM');
  expect(first).not.toContain('SALINAN');
  expect(Math.max(...first.split('\n').map((line) => line.length))).toBeLessThanOrEqual(42);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main').isVisible()).toBe(false);
  expect(await sheet().locator('svg').isVisible()).toBe(true);
  // No line is cut at the edge of the paper.
  expect(
    await sheet()
      .locator('pre')
      .evaluate((element) => element.scrollWidth - element.clientWidth),
  ).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
  await printed();
  await sheet().waitFor({ state: 'detached' });
  await print();
  await sheet().getByText('SALINAN ke-1').waitFor({ state: 'attached' });
  await printed();
  await sheet().waitFor({ state: 'detached' });
});

it('straight to a USB printer: the bytes of ESC/POS, kept for this browser; a test page', async () => {
  await settings();
  await dialog().getByText('58 mm').click();
  await dialog().getByText('USB', { exact: true }).click();
  await dialog().getByRole('button', { name: 'Cetak halaman uji' }).click();
  await page.waitForFunction(
    () => (window as unknown as { pretended: Pretended }).pretended.sent.length > 200,
  );
  const test = await sent();
  expect(test.startsWith('\u001b@')).toBe(true);
  expect(test).toContain('HALAMAN UJI PRINTER');
  await page.setViewportSize(PHONE);
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog().getByRole('button', { name: 'Tutup' }).last().click();
  await dialog().waitFor({ state: 'detached' });
  await print();
  await page.waitForFunction(
    () => (window as unknown as { pretended: Pretended }).pretended.sent.length > 500,
  );
  const receipt = await sent();
  expect(receipt).toContain('SALINAN ke-2');
  expect(receipt).toContain('\u001d(k');
  expect(receipt).toContain('\u001dV');
});

it('a printer that does not answer costs no copy, and the browser is the way on', async () => {
  await page.reload();
  await page.evaluate(() => {
    (window as unknown as { pretended: Pretended }).pretended.chosen = true;
  });
  await plug(false);
  await print();
  await dialog().getByText('Printer tidak menjawab.').waitFor();
  await dialog().getByRole('button', { name: 'Cetak lewat peramban' }).click();
  await sheet().getByText('SALINAN ke-3').waitFor({ state: 'attached' });
  expect(await sheet().getAttribute('data-roll')).toBe('58');
  await printed();
});

it('a printer nobody has chosen is said so', async () => {
  await page.reload();
  await print();
  await dialog().getByText('Belum ada printer yang dipilih di peramban ini.').waitFor();
  await dialog()
    .getByRole('button', { name: 'Tutup' })
    .or(page.locator('.mantine-Modal-close'))
    .first()
    .click();
});

it.each(['A5', '5,5 × 4,25 in'])('on %s as a PDF of that paper', async (paper) => {
  await settings();
  await dialog().getByText(paper, { exact: true }).click();
  await dialog().getByText('Lembar dicetak lewat dialog cetak peramban.').waitFor();
  await dialog().getByRole('button', { name: 'Tutup' }).last().click();
  await dialog().waitFor({ state: 'detached' });
  const [asked] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/receipt-prints')),
    print(),
  ]);
  expect(new URL(asked.url()).searchParams.get('paper')).toBe(paper === 'A5' ? 'A5' : '5.5x4.25in');
  expect(asked.status()).toBe(200);
});

it('prints a page black on white, without what leads elsewhere, whatever the screen was', async () => {
  const { page: dark } = await signIn(browser, 'admin', { scheme: 'dark' });
  await dark.goto('/admin/charges');
  const price = dark.getByRole('cell').first();
  await price.waitFor();
  const scheme = () => dark.locator('html').getAttribute('data-mantine-color-scheme');
  expect(await scheme()).toBe('dark');
  await dark.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await dark.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await price.evaluate((cell) => getComputedStyle(cell).color)).toBe('rgb(0, 0, 0)');
  for (const name of ['Cari apa saja…', 'Usulkan harga'])
    expect(await dark.getByRole('button', { name }).isVisible()).toBe(false);
  await dark.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await scheme()).toBe('dark');
  await dark.context().close();
});

it('raised no error of its own on the way', () => {
  expect(problems).toEqual([]);
});
