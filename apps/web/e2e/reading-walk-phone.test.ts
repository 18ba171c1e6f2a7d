import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '../../api/test/support/eventually';
import { customerAt, ownPlace, StaffCaller, type ReadCustomer } from './readings';
import { openBrowser, PHONE } from './support/browser';
import { signIn, turnTo } from './support/console';
import { clicksThrough, noteVisits } from './support/pages';

/* One phone, two people, a clock that is off, a release in between: what was read stays what was read, by whom and when. */

clicksThrough('/admin/readings/walk');

const WALK = '/admin/readings/walk';
const PASSWORD = 'TirtaDemo2026!';
const ALL_SENT = 'Semua catatan sudah terkirim';
const READY = /halaman ini dapat dibuka tanpa sinyal/;
const DAY = 86_400_000;

let browser: Browser;
let staff: StaffCaller;
let street: ReadCustomer[];
let round: string;
let period: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  staff = await StaffCaller.logIn('admin');
  const place = await ownPlace(staff, '92');
  street = [];
  for (const [name, stand] of [
    ['Dedi Lereng', 100],
    ['Euis Lereng', 200],
    ['Fani Lereng', 300],
    ['Gita Lereng', 400],
    ['Hadi Lereng', 500],
  ] as const)
    street.push(await customerAt(staff, place, { name, stand }));
  const { business_date } = await staff.get<{ business_date: string }>('/public/info');
  period = business_date.slice(0, 7);
  round = `/admin/readings/round?route=${String(place.route)}&period=${period}`;
  const opened = await signIn(browser, 'petugas', { viewport: PHONE, locale: 'id-ID' });
  page = opened.page;
  context = page.context();
});

afterAll(() => browser.close());

const stored = async (customer: ReadCustomer | undefined) =>
  (
    await staff.get<{ data: { current_stand: number; has_photo: boolean }[] }>(
      `/meter-readings?q=${customer?.customer_number ?? ''}&period=${period}&page_size=10`,
    )
  ).data;

const sent = (customer: ReadCustomer | undefined) =>
  eventually(
    () => stored(customer),
    ({ length }) => length === 1,
  );

async function takeAlong() {
  await page.goto(round);
  await page.getByRole('button', { name: 'Bawa rute tanpa sinyal' }).click();
  await page.waitForURL(`**${WALK}`);
  await page.getByText(READY).waitFor();
}

async function newPage(address: string) {
  await page.close();
  page = await context.newPage();
  noteVisits(page);
  if (address !== '') await page.goto(address);
}

async function read(name: string, stand: string, photo?: Buffer) {
  const list = page.getByRole('button', { name: 'Daftar rute' });
  if (await list.isVisible()) await list.click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel(/stan kini/i).fill(stand);
  if (photo !== undefined) {
    await page
      .getByLabel('Pilih foto meter')
      .setInputFiles({ name: 'meter.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('button', { name: 'Foto siap, ganti' }).waitFor();
  }
  await page.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await page.getByText(`${name}: stan tersimpan di perangkat ini`).waitFor();
}

/** The clock of the device, for as long as this page is open; that of `page.clock` would be off on every later page too. */
const setBack = (days: number) =>
  page.evaluate((milliseconds) => {
    globalThis.Date = new Proxy(Date, {
      construct: (real, parts: readonly number[]) =>
        parts.length === 0 ? new real(real.now() - milliseconds) : new real(...(parts as [number])),
    });
  }, days * DAY);

/** Somebody else, or the same person again, at the same browser. */
async function logIn(username: string) {
  const answer = await context.request.post('/api/v1/auth/login', { data: { username, password: PASSWORD } });
  expect(answer.ok()).toBe(true);
}

/** The answer to the photo is under way: the server has it, the phone does not know. @returns lets it arrive */
async function holdAnswerToPhoto(): Promise<{ held: Promise<unknown>; arrive: () => Promise<unknown> }> {
  const browserItself = await context.newCDPSession(page);
  const held = new Promise<string>((resolve) => {
    browserItself.on('Fetch.requestPaused', ({ requestId }) => {
      resolve(requestId);
    });
  });
  await browserItself.send('Fetch.enable', {
    patterns: [{ urlPattern: '*/meter-readings/*/photo*', requestStage: 'Response' }],
  });
  return {
    held,
    arrive: async () => browserItself.send('Fetch.continueRequest', { requestId: await held }),
  };
}

it('never sends as read now what the server refuses because of when it was read', async () => {
  await takeAlong();
  await context.setOffline(true);
  await setBack(90);
  await read('Dedi Lereng', '112');
  let tries = 0;
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/meter-readings')) tries += 1;
  });
  await newPage('');
  await context.setOffline(false);
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  expect(await stored(street[0])).toEqual([]);
  // With the instant it was read at, and not once more without.
  expect(tries).toBe(1);
});

it('does not open again the houses that were read before the route was taken anew', async () => {
  await context.setOffline(true);
  await page.goto(WALK);
  await read('Euis Lereng', '212');
  await page.getByText('1 catatan belum terkirim').waitFor();
  await newPage('');
  await context.setOffline(false);
  await takeAlong();
  await sent(street[1]);
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  await page.getByText('Selesai 2', { exact: true }).waitFor();
});

it('opens without a signal also where it was gone to from a page that had asked for much', async () => {
  await page.goto(round);
  await page.evaluate(() => {
    performance.setResourceTimingBufferSize(performance.getEntriesByType('resource').length);
  });
  await page.getByRole('link', { name: '1 catatan belum terkirim' }).click();
  await page.getByText(READY).waitFor();
  await context.setOffline(true);
  await newPage(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
});

it('opens whole while the next release comes over a weak signal: document and parts are of one', async () => {
  const part = async (name: string, body: string | null) => {
    await context.unroute(`**/assets/${name}`);
    await context.route(`**/assets/${name}`, (route) =>
      body === null ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }),
    );
  };
  await context.setOffline(false);
  await newPage('');
  let documents = 0;
  await context.route(`**${WALK}`, (route) => {
    documents += 1;
    return route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><div id="root"></div><script type="module" src="/assets/admin-next.js"></script>',
    });
  });
  // Of the next release the document comes, and what it is made of does not.
  await part('admin-next.js', null);
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  await page.getByText(READY).waitFor();
  expect(documents).toBeGreaterThan(0);
  // All that the document names comes, and a part that is asked for later does not.
  await part('later-next.js', null);
  await part(
    'admin-next.js',
    "import('/assets/later-next.js').catch(() => { document.body.textContent = 'Rilis berikut, sebagian' })",
  );
  await page.goto(WALK);
  await page.getByText('Rilis berikut, sebagian').waitFor();
  // Whoever looks at it for a while before loading it again: the browser has ended the worker by then.
  const browserSide = await context.newCDPSession(page);
  await browserSide.send('ServiceWorker.enable');
  await browserSide.send('ServiceWorker.stopAllWorkers');
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  // A server of the other release answers that it has no such part.
  await context.unroute('**/assets/later-next.js');
  await context.route('**/assets/later-next.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(WALK);
  await page.getByText('Rilis berikut, sebagian').waitFor();
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  await context.unrouteAll();
  await context.setOffline(true);
  await newPage(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
});

it('lets nobody put right or throw away what a colleague has read, nor anybody without a session', async () => {
  await read('Fani Lereng', '312');
  await context.clearCookies();
  await newPage('');
  await context.setOffline(false);
  await page.goto(WALK);
  await page.getByText('1 catatan ditolak server').waitFor();
  await page.getByRole('link', { name: 'Masuk untuk mengirim catatan' }).waitFor();
  expect(await page.getByRole('button', { name: /Buang catatan|Kirim lagi/ }).count()).toBe(0);
  await logIn('admin');
  await takeAlong();
  await page.getByText(/Ada catatan .* yang belum terkirim/).waitFor();
  await page.getByText('Selesai 3', { exact: true }).click();
  await page.getByRole('button', { name: /^Fani Lereng/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Fani Lereng/ }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /Buang catatan|Kirim lagi/ }).count()).toBe(0);
  expect(await stored(street[2])).toEqual([]);
});

it('sends nothing in the name of whoever logs in while a photo of somebody else is on its way', async () => {
  await context.clearCookies();
  await logIn('petugas');
  await takeAlong();
  await sent(street[2]);
  await context.setOffline(true);
  await read('Gita Lereng', '412', await page.screenshot());
  await read('Hadi Lereng', '512');
  await page.getByText('2 catatan belum terkirim').waitFor();
  const { held, arrive } = await holdAnswerToPhoto();
  await context.setOffline(false);
  await held;
  await page.getByRole('link', { name: 'Rute hari ini' }).click();
  await page.getByRole('button', { name: /^Akun/ }).click();
  await page.getByRole('menuitem', { name: /Keluar/ }).click();
  await page.getByLabel(/nama pengguna/i).fill('admin');
  await page
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Akun/ }).waitFor();
  await arrive();
  await page.waitForFunction(
    async () => !(await navigator.locks.query()).held?.some(({ name }) => name === 'tirtapay-walk'),
  );
  expect(await stored(street[3])).toMatchObject([{ current_stand: 412, has_photo: true }]);
  expect(await stored(street[4])).toEqual([]);
  await turnTo(page, WALK);
  await page.getByText('1 catatan belum terkirim').waitFor();
  await page.getByText(/Ada catatan .* yang belum terkirim/).waitFor();
});

it('has kept all of it for whoever read it', async () => {
  await newPage('');
  await context.clearCookies();
  await logIn('petugas');
  await page.goto(WALK);
  await page.getByRole('button', { name: 'Buang catatan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Buang catatan' }).click();
  await page.getByText(ALL_SENT).waitFor();
  expect(await stored(street[4])).toMatchObject([{ current_stand: 512 }]);
  expect(await stored(street[0])).toEqual([]);
});
