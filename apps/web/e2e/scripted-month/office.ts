import type { Page } from 'playwright-core';
import type { TestCustomer } from '../../../api/test/support/factory';
import { MONTH } from './figures';
import type { Stage } from './stage';
import { agree } from '../support/console';

/** The second person, who opens what waits and agrees. `seen` looks at it first. */
export async function approve(
  stage: Stage,
  kind: string,
  what: RegExp,
  seen: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const manager = await stage.at('manajer');
  await manager.goto(`/admin/approvals?kind=${kind}`);
  await manager.getByText(what).first().click();
  await manager.getByRole('button', { name: 'Setujui' }).waitFor();
  await seen(manager);
  await agree(manager);
}

export interface BillRow {
  readonly id: number;
  readonly period: string;
  readonly state: string;
  readonly principal: number;
  readonly usage_m3: number;
}

export async function billsOf({ app }: Stage, customer: TestCustomer): Promise<BillRow[]> {
  const admin = await app.as('admin');
  return (await admin.get<{ data: BillRow[] }>(`/bills?customer_id=${String(customer.id)}`)).body.data;
}

/** Of the month. */
export async function billOf(stage: Stage, customer: TestCustomer, state?: string): Promise<BillRow> {
  const found = (await billsOf(stage, customer)).find(
    (bill) => bill.period === MONTH && (state === undefined || bill.state === state),
  );
  if (found === undefined) throw new Error(`${customer.name} has no such bill`);
  return found;
}

/** Writes the right stand, looks at what it does, and asks the second person. */
export async function askCorrection(
  page: Page,
  wish: { readonly stand: number; readonly reason: string; readonly effect: readonly string[] },
): Promise<void> {
  await page.getByRole('link', { name: 'Ajukan koreksi' }).click();
  await page.getByLabel('Stan yang benar').fill(String(wish.stand));
  await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
  const effect = page.getByRole('region', { name: 'Akibat koreksi' });
  for (const text of wish.effect) await effect.getByText(text).first().waitFor();
  await page.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(wish.reason);
  await dialog.getByRole('button', { name: 'Ajukan ke orang kedua' }).click();
  await page.waitForURL(/\/bills\/\d+$/);
}
