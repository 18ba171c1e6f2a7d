import { Client } from 'pg';
import { AUDIT_LAWS } from './audit-laws';
import { BILLING_LAWS } from './billing-laws';
import { INTENT_LAWS } from './intent-laws';
import type { Law } from './law';
import { LEDGER_LAWS } from './ledger-laws';
import { PAYMENT_LAWS } from './payment-laws';
import { PLATFORM_LAWS } from './platform-laws';
import { RECEIPT_LAWS } from './receipt-laws';
import { billsThatRecomputeDifferently } from './recompute-bills';

export const LAWS: readonly Law[] = [
  ...LEDGER_LAWS,
  ...PAYMENT_LAWS,
  ...RECEIPT_LAWS,
  ...AUDIT_LAWS,
  ...BILLING_LAWS,
  ...PLATFORM_LAWS,
  ...INTENT_LAWS,
].sort((a, b) => a.id.localeCompare(b.id));

export interface LawResult {
  readonly law: Law;
  /** At most `limit` of them. */
  readonly rows: readonly object[];
  readonly milliseconds: number;
}

/** Checks every law on what this connection sees now. */
export async function checkLawsOn(client: Client, limit = 20): Promise<LawResult[]> {
  const results: LawResult[] = [];
  for (const law of LAWS) {
    const started = performance.now();
    const { rows } = await client.query<object>(`SELECT * FROM (${law.sql}) broken LIMIT ${String(limit)}`);
    if (law.id === 'I20') rows.push(...(await billsThatRecomputeDifferently(client, limit)));
    results.push({ law, rows, milliseconds: performance.now() - started });
  }
  return results;
}

/**
 * The same on one snapshot, so that payments going on meanwhile cannot look like violations.
 * @param now what the application's clock says, when that is not the time of the database
 */
export async function checkLaws(url: string, limit = 20, now?: Date): Promise<LawResult[]> {
  const client = new Client({ connectionString: url, application_name: 'tirtapay-invariants' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SELECT set_config('tirtapay.now', $1, true)", [now?.toISOString() ?? '']);
    return await checkLawsOn(client, limit);
  } finally {
    await client.end();
  }
}

/** Broken laws as lines of text; empty when the books are right. */
export async function findViolations(url: string, now?: Date): Promise<string[]> {
  return (await checkLaws(url, 20, now)).flatMap(({ law, rows }) =>
    rows.map((row) => `${law.id} ${law.title}: ${JSON.stringify(row)}`),
  );
}
