import type { Tx } from '../../../platform/database';

const DEFAULT_DUE_DAY = 20;

/** The day of the month after the usage period until which a bill may be paid without penalty: setting `due_day`. */
export async function dueDay(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ value: unknown }>("SELECT value FROM app_setting WHERE key = 'due_day'");
  const value = row?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 31
    ? value
    : DEFAULT_DUE_DAY;
}
