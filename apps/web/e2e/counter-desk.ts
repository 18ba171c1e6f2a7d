import { DENOMINATIONS, inPieces, rupiah } from '@tirtapay/domain';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { StaffCaller } from './readings';

export const FLOAT = 500_000;

interface Shift {
  readonly id: number;
  readonly cash: {
    readonly opening: number;
    readonly collected: number;
    readonly reversed: number;
    readonly sold: number;
    readonly handed_back: number;
    readonly floats: number;
    readonly deposits: number;
  };
}

/** What must lie in the drawer of a shift, as a supervisor sees it. */
export async function expectedIn(shiftId: number): Promise<number> {
  const supervisor = await StaffCaller.logIn('admin');
  const { cash } = await supervisor.get<Shift>(`/counter/shifts/${String(shiftId)}`);
  return (
    cash.opening + cash.collected + cash.sold + cash.floats - cash.reversed - cash.handed_back - cash.deposits
  );
}

export async function ownShift(cashier: string): Promise<number | null> {
  const caller = await StaffCaller.logIn(cashier);
  const { shift } = await caller.get<{ shift: { id: number } | null }>('/counter/shifts/own');
  return shift?.id ?? null;
}

/** The demonstration's cashier stands at an open counter: it is closed as counted, and a drawer of this test's own waits. */
export async function freshDesk(code: string): Promise<{ drawerId: number; earlierShift: number | null }> {
  const supervisor = await StaffCaller.logIn('admin');
  const earlierShift = await ownShift('kasir');
  if (earlierShift !== null) {
    const { counted } = inPieces(rupiah(await expectedIn(earlierShift)));
    await supervisor.post(`/counter/shifts/${String(earlierShift)}/close-for-cashier`, {
      counted,
      reason: 'Ditutup untuk pengujian layar loket',
    });
  }
  const { id } = await supervisor.post<{ id: number }>('/counter/drawers', {
    code,
    name: `Loket ${code}`,
    pay_point_id: null,
    admin_fee: 2_500,
  });
  const { fee_id: fee } = await supervisor.get<{ fee_id: number }>(`/counter/drawers/${String(id)}`);
  const manager = await StaffCaller.logIn('manajer');
  await manager.post(`/approvals/${String(fee)}/decision`, { decision: 'APPROVE' });
  await supervisor.post(`/counter/drawers/${String(id)}/floats`, {
    amount: FLOAT,
    request_id: crypto.randomUUID(),
  });
  return { drawerId: id, earlierShift };
}

/** How often a page may be gone round while it is still being drawn. */
const ROUNDS = 100;
const STEPS_A_ROUND = 80;

/** Goes on with Tab until the cursor stands on what has this name; keys only, as at a counter without a mouse. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (await reached(page, name)) return;
    // It was not there yet: as a person does, looks a moment and begins again.
    await pause(250);
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

async function reached(page: Page, name: string | RegExp): Promise<boolean> {
  for (let step = 0; step < STEPS_A_ROUND; step += 1) {
    const found = await page.evaluate(() => {
      const element = document.activeElement === document.body ? null : document.activeElement;
      const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      const labels = field ? [...(element.labels ?? [])] : [];
      return [
        element?.getAttribute('aria-label'),
        element?.textContent,
        ...labels.map((one) => one.textContent),
      ]
        .join(' ')
        .trim();
    });
    if (typeof name === 'string' ? found.includes(name) : name.test(found)) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

/** Types a count that comes to an amount, Enter after each kind of money, which sends it after the last. */
export async function typeCount(page: Page, amount: number): Promise<void> {
  const { counted, rest } = inPieces(rupiah(amount));
  if (rest !== 0) throw new Error(`no coins for ${String(amount)}`);
  for (const denomination of DENOMINATIONS) {
    const pieces = counted.find((one) => one.denomination === denomination)?.pieces ?? 0;
    await page.keyboard.press('ControlOrMeta+A');
    if (pieces > 0) await page.keyboard.type(String(pieces));
    else await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
  }
}

/** The rupiah of an element. */
export async function money(page: Page, testId: string): Promise<number> {
  const text = (await page.getByTestId(testId).innerText()).replace('−', '-');
  return Number(text.replaceAll(/[^\d-]/g, ''));
}

/** The manager agrees to the difference that waits. */
export async function approveDifference(): Promise<void> {
  const manager = await StaffCaller.logIn('manajer');
  const { data } = await manager.get<{ data: { id: number }[] }>(
    '/approvals?status=PENDING&kind=drawer_difference&sort=-made_at&page_size=1',
  );
  await manager.post(`/approvals/${String(data[0]?.id)}/decision`, { decision: 'APPROVE' });
}
