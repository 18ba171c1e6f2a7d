import { addMonths, mayBeginAt, type PenalisedKind, type Period } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { PENALTY_SAYS } from './sentences';

type Reader = (sql: string) => Promise<readonly { readonly period: Period }[]>;

const LAST_OF: Readonly<Record<PenalisedKind, string>> = {
  WATER:
    "SELECT period FROM tagihan WHERE state IN ('ISSUED', 'PAID', 'REPLACED_BY') AND kind IN ('WATER', 'OPENING') ORDER BY period DESC LIMIT 1",
  // Their rule is that of the month they were agreed in.
  INSTALMENT:
    'SELECT agreed_in AS period FROM tagihan WHERE agreed_in IS NOT NULL ORDER BY agreed_in DESC LIMIT 1',
};

/** The latest period with an issued bill of these kinds, of instalments the latest one agreed in; null when there is none. */
export async function lastIssuedPeriod(
  read: Reader,
  kinds: readonly PenalisedKind[],
): Promise<Period | null> {
  const found: Period[] = [];
  for (const kind of kinds) {
    const [row] = await read(LAST_OF[kind]);
    if (row !== undefined) found.push(row.period);
  }
  return found.sort().at(-1) ?? null;
}

/**
 * Keeps issuing out until the transaction ends, so that what was found about issued periods stays true; issuing takes
 * the same lock, shared.
 * @throws Problem penalty_policy.period_issued when bills of the period, or of a later one, are issued
 */
export async function assertNotIssued(
  tx: Tx,
  period: Period,
  kinds: readonly PenalisedKind[],
): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('kebijakan_denda'))");
  const last = await lastIssuedPeriod((sql) => tx.query<{ period: Period }>(sql), kinds);
  if (last !== null && !mayBeginAt(period, last))
    throw new Problem('penalty_policy.period_issued', {
      members: { last_issued_period: last, first_period: addMonths(last, 1) },
      errors: [{ pointer: '/valid_from', code: 'period_issued', message: PENALTY_SAYS.issued(last) }],
    });
}
