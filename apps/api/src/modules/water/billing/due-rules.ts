import { LEAST_DAYS_TO_PAY } from '@tirtapay/domain';

const DEFAULT_DUE_DAY = 20;

export interface DueRules {
  /** Day of the month after the usage period until which a bill may be paid without penalty: setting `due_day`. */
  readonly dueDay: number;
  /** Days there always are to pay in, however late a bill is issued: setting `due_least_days`. */
  readonly leastDays: number;
}

const READ = "SELECT key, value FROM app_setting WHERE key IN ('due_day', 'due_least_days')";

/** When bills are due, as the settings say. `query` is whatever reads: a transaction, or a screen. */
export async function dueRules(
  query: (sql: string) => Promise<readonly { readonly key: string; readonly value: unknown }[]>,
): Promise<DueRules> {
  const settings = new Map((await query(READ)).map(({ key, value }) => [key, value]));
  const whole = (key: string, least: number, most: number, otherwise: number): number => {
    const value = settings.get(key);
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : otherwise;
  };
  return {
    dueDay: whole('due_day', 1, 31, DEFAULT_DUE_DAY),
    leastDays: whole('due_least_days', 0, 60, LEAST_DAYS_TO_PAY),
  };
}
