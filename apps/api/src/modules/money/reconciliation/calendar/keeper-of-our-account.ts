import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { RECONCILIATION_SAYS } from '../sentences';

/** Banks whose terms of that day or later say that their file is the statement of our account, and that have not ended by it. */
const ANOTHER = `
  SELECT 1 FROM (SELECT k.collector_id, k.own_account, lead(k.valid_from) OVER (PARTITION BY k.collector_id ORDER BY k.valid_from) AS until
    FROM ketentuan_setelmen k) k
  WHERE k.collector_id <> $1 AND k.own_account AND (k.until IS NULL OR k.until > $2)
    -- One that has ended by then keeps it no more: begun again, it is asked the same.
    AND NOT EXISTS (SELECT FROM (SELECT DISTINCT ON (e.last_day) e.last_day, e.resumes_on FROM rekonsiliasi_akhir e
        WHERE e.collector_id = k.collector_id ORDER BY e.last_day, e.id DESC) e WHERE e.resumes_on IS NULL AND e.last_day < $2)
  LIMIT 1`;

/**
 * Our account is at one bank: a movement is looked for in one file.
 * @param from the first day on which this bank would keep it
 * @param pointer what of the request says so
 * @throws Problem request.invalid
 */
export async function assertNobodyElseKeeps(
  tx: Tx,
  bankId: number,
  from: string,
  pointer: string,
): Promise<void> {
  // Two banks at once would each see none.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('ketentuan_setelmen.own_account', 0))");
  const [other] = await tx.query(ANOTHER, [bankId, from]);
  if (other !== undefined)
    throw new Problem('request.invalid', {
      errors: [{ pointer, code: 'out_of_range', message: RECONCILIATION_SAYS.anotherKeeps }],
    });
}
