import type { Config } from '../../../api/src/platform/config';
import { Database } from '../../../api/src/platform/database';
import { DEMO_SUPPLIER } from './plan/demo-ppob';

interface SupplierState {
  readonly purchases: readonly unknown[];
  readonly deposit: number;
}

/**
 * The sandbox supplier has sold nothing yet and knows of no transfer, while our books hold a month of both: it begins with
 * what the books say, so that a difference that is seen later was made by somebody.
 * @param bank origin of the sandbox bank, beside which the supplier lives
 */
export async function fillSandboxDeposit(config: Config, bank: string): Promise<void> {
  const known = await fetch(`${bank}/control/supplier`);
  const { purchases, deposit } = (await known.json()) as SupplierState;
  if (purchases.length > 0 || deposit !== 0) return;
  const database = new Database(config);
  try {
    const [books] = await database.read<{ amount: number }>(
      `SELECT coalesce(sum(m.amount), 0)::bigint AS amount FROM mutasi_pemasok m JOIN penyedia y ON y.id = m.supplier_id
       WHERE y.code = $1 AND m.account = '1150'`,
      [DEMO_SUPPLIER.code],
    );
    const answer = await fetch(`${bank}/control/supplier/deposit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ amount: books?.amount ?? 0 }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  } finally {
    await database.onApplicationShutdown();
  }
}
