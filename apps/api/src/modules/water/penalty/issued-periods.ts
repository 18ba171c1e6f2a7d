import { addMonths, mayBeginAt, type Period } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { PENALTY_SAYS } from './sentences';

type Reader = (sql: string) => Promise<readonly { readonly period: Period }[]>;

/** The latest period with an issued bill of a kind that bears penalties; null when none was ever issued. */
export async function lastIssuedPeriod(read: Reader): Promise<Period | null> {
  const [row] = await read(
    "SELECT period FROM tagihan WHERE state IN ('ISSUED', 'PAID', 'REPLACED_BY') AND kind IN ('WATER', 'OPENING') ORDER BY period DESC LIMIT 1",
  );
  return row?.period ?? null;
}

/**
 * Keeps issuing out until the transaction ends, so that what was found about issued periods stays true; issuing takes
 * the same lock, shared.
 * @throws Problem penalty_policy.period_issued when bills of the period, or of a later one, are issued
 */
export async function assertNotIssued(tx: Tx, period: Period): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('kebijakan_denda'))");
  const last = await lastIssuedPeriod((sql) => tx.query<{ period: Period }>(sql));
  if (last !== null && !mayBeginAt(period, last))
    throw new Problem('penalty_policy.period_issued', {
      members: { last_issued_period: last, first_period: addMonths(last, 1) },
      errors: [{ pointer: '/valid_from', code: 'period_issued', message: PENALTY_SAYS.issued(last) }],
    });
}
