import { signNative } from '@tirtapay/bank-protocol';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { overflow, seriousFindings } from './public-page';
import { answered } from './support/answered';
import { DESKTOP, openBrowser, PHONE, type Look } from './support/browser';
import { agree, signIn as comeIn, turnTo } from './support/console';
import { productAccess, runCommand } from './support/product';
import { clicksThrough } from './support/pages';

clicksThrough(
  '/admin/bank-calls',
  '/admin/webhooks',
  '/admin/outbound-calls',
  '/admin/signature-checker',
  '/admin/cases',
);

/*
 * What Admin IT sees of a bank: the call of a payment by its reference, where a signature went wrong, the notification
 * of money that came twice; and what the office does with that money.
 */

/** The demo bank's credentials are published; see docs/sandbox-bank.md. */
const KEY = 'demo-bank-sultra';
const SECRET = 'demo-secret-sultra-do-not-use-in-production';
const PREFIX = '13501';

let browser: Browser;
let page: Page;
let problems: string[];
let payer = '';
let twice = '';
let reference = '';
let stringToSign = '';

const signIn = (look: Look, username: string) => comeIn(browser, username, look);

/** Once nothing moves any more: half faded in, every text is too pale. */
const sound = async (where: Page) => {
  await where.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  expect(await seriousFindings(where)).toEqual([]);
  expect(await overflow(where)).toBe(0);
};

/** The link of a row by what stands in it: while a filter is on its way the rows before it still stand there. */
const rowOf = (text: string) => page.getByRole('row', { name: new RegExp(text) }).getByRole('link');
const drawer = () => page.getByRole('dialog');

beforeAll(async () => {
  browser = await openBrowser();
  const owing = await owingCustomers(2);
  // From the middle: other test files take the first and the last ones.
  [payer = '', twice = ''] = owing.slice(Math.floor(owing.length / 2));
  const paid = await runCommand('bank', ['pay', payer]);
  reference = /BPD-[\w-]+/.exec(paid.output)?.[0] ?? '';
  ({ page, problems } = await signIn({ viewport: DESKTOP }, 'it'));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/admin');
});

afterAll(() => browser.close());

it('finds the call of a payment by the reference of the bank, with what was signed', async () => {
  await page.getByRole('link', { name: 'Log permintaan', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Cari' }).fill(reference);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=BPD/);
  await rowOf(`Bayar.*${reference}`).click();
  await drawer().getByText('Berhasil dijawab').waitFor();
  const signed = drawer().getByRole('region', { name: 'String-to-sign' });
  stringToSign = await signed.innerText();
  expect(stringToSign.split('\n').slice(0, 2)).toEqual(['POST', '/api/v1/payment/process']);
  await drawer().getByRole('button', { name: 'Salin String-to-sign' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(stringToSign);
  expect(await drawer().getByRole('region', { name: 'Isi permintaan' }).innerText()).toContain(reference);
  await sound(page);
  await drawer().getByRole('link', { name: 'Lihat pembayaran' }).click();
  await page.getByRole('heading', { name: /SULTRA-TELLER-/, level: 1 }).waitFor();
});

it('keeps names masked, and the filter in the address', async () => {
  await page.goto('/admin/bank-calls');
  await page.getByRole('textbox', { name: 'Awal path' }).fill('/api/v1/payment/verify');
  await page.keyboard.press('Enter');
  await page.waitForURL(/path=/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await page
    .getByRole('row', { name: /Cek tagihan/ })
    .first()
    .getByRole('link')
    .click();
  const answer = await drawer().getByRole('region', { name: 'Isi jawaban' }).innerText();
  expect(/"name": "([^"]+)"/.exec(answer)?.[1]).toMatch(/^[^*]\*+( [^*]\*+)*$/);
});

it('shows the first difference between our string to sign and a tampered one', async () => {
  await page.goto(`/admin/bank-calls?q=${reference}`);
  await rowOf(`Bayar.*${reference}`).click();
  await drawer().getByRole('link', { name: 'Periksa tanda tangan' }).click();
  await page.getByRole('heading', { name: 'Pemeriksa tanda tangan', level: 1 }).waitFor();
  expect(await page.getByLabel('Path dan query').inputValue()).toBe('/api/v1/payment/process');
  await page.getByLabel('String-to-sign dari bank').fill(stringToSign.replace('/process', '/Process'));
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Baris 2, karakter ke-17').waitFor();
  const marks = page.locator('[data-difference]');
  expect(await marks.allInnerTexts()).toEqual([expect.stringMatching(/p$/), expect.stringMatching(/P$/)]);
  await sound(page);
});

function signedRequest(body: string): string {
  const target = '/api/v1/payment/verify';
  const timestamp = new Date().toISOString().replace('Z', '+00:00');
  const requestId = randomUUID();
  const parts = { method: 'POST', requestTarget: target, timestamp, requestId, rawBody: Buffer.from(body) };
  return [
    `POST ${target} HTTP/1.1`,
    `X-Api-Key: ${KEY}`,
    `X-Timestamp: ${timestamp}`,
    `X-Request-Id: ${requestId}`,
    `X-Signature: ${signNative(SECRET, parts)}`,
    '',
    body,
  ].join('\n');
}

it('reads a pasted request, says it is right, and what is wrong once its body has changed', async () => {
  await page.goto('/admin/signature-checker');
  const paste = page.getByLabel('Perintah curl atau HTTP mentah');
  await paste.fill(signedRequest(`{"customer_number":"${payer}"}`));
  await page.getByRole('button', { name: 'Isi kolom' }).click();
  await page.getByText('Kolom sudah terisi').waitFor();
  expect(await page.getByRole('combobox', { name: 'X-Api-Key' }).inputValue()).toBe(KEY);
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Tanda tangan sah', { exact: true }).waitFor();

  const body = page.getByLabel('Isi permintaan', { exact: true });
  await body.fill(`{"customer_number": "${payer}"}`);
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Tanda tangan tidak sah', { exact: true }).waitFor();
  await page.getByText('BODY_HASH', { exact: true }).waitFor();
  await sound(page);
  expect(await page.content()).not.toContain(SECRET);
});

it('shows money that came twice as a notification and as a case, which two people return', async () => {
  const { bankUrl } = productAccess();
  const answer = await fetch(`${bankUrl}/control/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: PREFIX + twice, via: 'WEBHOOK', scenario: 'double' }),
  });
  expect(await answer.json()).toMatchObject({ passed: true });

  await page.goto(`/admin/webhooks?q=${PREFIX}${twice}`);
  await page
    .getByRole('row', { name: /Menjadi titipan/ })
    .getByRole('link')
    .click();
  await drawer().getByText('Sudah diterapkan').waitFor();
  await sound(page);

  const office = await signIn({ viewport: DESKTOP }, 'admin');
  await office.page.goto(`/admin/cases?q=${twice}`);
  await office.page.getByRole('link', { name: 'Bayar dua kali' }).click();
  const opened = office.page.getByRole('dialog').first();
  await opened.getByText('Dicatat sebagai titipan ·').waitFor();
  await opened.getByRole('button', { name: 'Ajukan pengembalian ke bank' }).click();
  const asked = office.page.getByRole('dialog', { name: 'Ajukan pengembalian ke bank?' });
  await sound(office.page);
  await asked.getByRole('textbox', { name: /Alasan/ }).fill('Sudah dicocokkan dengan rekening koran');
  await asked.getByRole('button', { name: 'Ajukan pengembalian ke bank' }).click();
  await asked.waitFor({ state: 'hidden' });
  await opened.getByText(/Menunggu keputusan orang kedua; uangnya belum keluar/).waitFor();
  await sound(office.page);

  const second = await signIn({ viewport: DESKTOP }, 'manajer');
  const address = await opened.getByRole('link', { name: 'Lihat permohonan' }).getAttribute('href');
  await second.page.goto(address ?? '');
  await agree(second.page);
  expect(second.problems).toEqual([]);

  await office.page.reload();
  await opened.getByText('Selesai', { exact: true }).waitFor();
  await opened.getByText(/Sudah dicocokkan dengan rekening koran/).waitFor();
  expect(office.problems).toEqual([]);
});

it('fits a phone in the dark, every list and the checker', async () => {
  const phone = await signIn({ viewport: PHONE, scheme: 'dark' }, 'super');
  for (const [path, title] of [
    ['bank-calls', 'Log permintaan'],
    ['webhooks', 'Notifikasi bank'],
    ['outbound-calls', 'Panggilan ke bank'],
    ['signature-checker', 'Pemeriksa tanda tangan'],
    ['cases', 'Kasus'],
  ] as const) {
    if (phone.page.url().includes('/admin/')) await turnTo(phone.page, `/admin/${path}`);
    else await phone.page.goto(`/admin/${path}`);
    await phone.page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await answered(phone.page);
    await sound(phone.page);
  }
  expect(phone.problems).toEqual([]);
});

it('raised no error and asked no other origin on the way', () => {
  expect(problems).toEqual([]);
});
