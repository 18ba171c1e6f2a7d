import type { Browser, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { owingAtFirst } from './public-customers';
import { check, overflow, seriousFindings, smallTargets } from './public-page';
import { openPage, type Look } from './support/browser';
import { productAccess } from './support/product';
import { LONG_PATIENCE_MILLISECONDS } from './support/patience';

/** Where each test file finds customers of its own: the first and last ones belong to the pages before. */
const SHARES = { va: 24, qris: 32, status: 42 } as const;

export async function debtors(share: keyof typeof SHARES, count: number): Promise<string[]> {
  const from = SHARES[share];
  const found = (await owingAtFirst()).slice(from, from + count);
  if (found.length < count) throw new Error('the demo data has too few who owe');
  return found;
}

async function told<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export interface BankReport {
  readonly passed: boolean;
  readonly payment: { readonly reference: string; readonly total: number; readonly state: string } | null;
}

/** The customer pays at the sandbox bank, which tells the utility as real banks do. */
export function payAtBank(wish: {
  number?: string;
  qr?: string;
  scenario?: string;
  via?: 'SNAP' | 'NATIVE' | 'WEBHOOK';
}): Promise<BankReport> {
  return told<BankReport>(`${productAccess().bankUrl}/control/payments`, wish);
}

interface BankOrder {
  readonly state: string;
  /** Of an account, as customers type it. */
  readonly number?: string;
  /** Of a code. */
  readonly content?: string;
  readonly amount: number;
}

/** How the sandbox bank has an account (its number) or a code (its content) in its books. */
export async function orderAtBank(numberOrContent: string): Promise<BankOrder> {
  const answer = await fetch(`${productAccess().bankUrl}/control/orders`);
  const { orders } = (await answer.json()) as { orders: BankOrder[] };
  const order = orders.find((one) => [one.number, one.content].includes(numberOrContent));
  if (order === undefined) throw new Error('the sandbox bank has no such order');
  return order;
}

/**
 * Makes the next call of these services (their SNAP codes) about this account go wrong at the sandbox bank. Other files
 * and the jobs of the product ask the same bank at the same time: what they ask must not use the fault up.
 */
export const breakBank = (kind: string, services: string[], about: string): Promise<unknown> =>
  told(`${productAccess().bankUrl}/control/faults`, { kind, services, about });

/** Looks into or changes the books of the product under test, for what only time could bring about. */
export async function inDatabase(
  sql: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  const { home } = productAccess();
  const read = (file: string) => JSON.parse(readFileSync(join(home, file), 'utf8')) as unknown;
  const { databaseRoles } = read('secrets.json') as { databaseRoles: { app: string; appPassword: string } };
  const { databasePort } = read('running.json') as { databasePort: number };
  const client = new Client({
    host: '127.0.0.1',
    port: databasePort,
    user: databaseRoles.app,
    password: databaseRoles.appPassword,
    database: 'tirtapay',
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** How many checkouts of this customer there are, and how they stand. */
export async function checkoutsOf(number: string): Promise<string[]> {
  const rows = await inDatabase(
    `SELECT i.method || ' ' || i.status AS state FROM niat_bayar i JOIN pelanggan c ON c.id = i.customer_id
     WHERE c.customer_number = $1 ORDER BY i.id`,
    [number],
  );
  return rows.map((row) => String(row.state));
}

/** Lets the checkout of an open page run out now instead of in hours. */
export async function expire(page: Page): Promise<void> {
  await inDatabase("UPDATE niat_bayar SET expires_at = now() + interval '1 second' WHERE token = $1", [
    tokenOf(page),
  ]);
}

export const tokenOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** From the number to the ways to pay. */
export async function chooseMethod(page: Page, number: string): Promise<void> {
  await check(page, number);
  await page.getByRole('link', { name: 'Pilih cara bayar' }).click();
  await page.getByRole('heading', { name: 'Pilih cara bayar', level: 1 }).waitFor();
}

/** From the number to a payment code of Bank Sultra. */
export async function openCode(page: Page, number: string, method: 'VA' | 'QRIS'): Promise<void> {
  await chooseMethod(page, number);
  await page
    .getByRole('region', { name: method === 'VA' ? 'Virtual Account' : 'QRIS' })
    .getByRole('button', { name: /Bank Sultra/ })
    .click();
  await page.waitForURL('**/s/*');
  await page.getByText('Menunggu pembayaran').waitFor();
}

/** A page of a payer; `problems` must stay empty. */
export async function payer(browser: Browser, look: Look) {
  const opened = await openPage(browser, look);
  await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return opened;
}

/** What every state of every public page must hold. */
export async function sound(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(await smallTargets(page)).toEqual([]);
}

/** Tabs on until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by keyboard: ${String(control)}`);
}

/** What the page's own server knows of the payment code on screen. */
export async function checkoutOf(
  page: Page,
): Promise<{ va_number: string | null; qr_payload: string | null; amount: number; expires_at: string }> {
  const answer = await page.request.get(`/api/v1/public/intents/${tokenOf(page)}`);
  return (await answer.json()) as Awaited<ReturnType<typeof checkoutOf>>;
}

/**
 * Pays and waits until the page says so by itself. Prints the time from asking the bank to pay until the page had
 * changed: more than from the bank's call on, for which the bar is 2 s.
 */
export async function paidOnPage(page: Page, pay: () => Promise<BankReport>, what: string): Promise<void> {
  const said = page
    .getByRole('heading', { name: 'Lunas', level: 1 })
    .waitFor({ timeout: LONG_PATIENCE_MILLISECONDS })
    .then(() => Date.now());
  const begun = Date.now();
  const [report, shown] = await Promise.all([pay(), said]);
  expect(report.passed).toBe(true);
  process.stdout.write(`${what}: "Lunas" ${String(shown - begun)} ms after the bank was told to pay\n`);
}
