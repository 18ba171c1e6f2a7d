import { addDays, businessDateOf } from '@tirtapay/domain';
import type { Config } from '../../../api/src/platform/config';
import { Database } from '../../../api/src/platform/database';
import { bankDay } from './bank-day';
import { DEMO_BANKS } from './plan/demo-banks';

/** As far back as anybody asks for a bank's file. */
const DAYS = 31;

/**
 * The sandbox has taken nothing yet, while our books hold a year of what its banks took: it begins with the last month of
 * it, so that it can hand out the file of any of these days.
 * @param bank origin of the sandbox bank
 */
export async function fillSandboxHistory(config: Config, bank: string, now: number): Promise<void> {
  const known = await fetch(`${bank}/control/history`);
  if (((await known.json()) as { payments: number }).payments > 0) return;
  const database = new Database(config);
  try {
    const today = businessDateOf(now, config.zone);
    const payments = [];
    for (const { code } of DEMO_BANKS)
      for (let back = DAYS; back >= 0; back -= 1)
        for (const { row, channel, paidAt } of await bankDay(
          database,
          code,
          addDays(today, -back),
          config.zone,
        ))
          payments.push({
            bank: code.toLowerCase(),
            reference: row.reference,
            customer_no: row.customerNo,
            periods: row.periods,
            amount: row.amount,
            fee: row.fee,
            channel,
            paid_at: paidAt,
          });
    const answer = await fetch(`${bank}/control/history`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payments }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  } finally {
    await database.onApplicationShutdown();
  }
}
