import {
  addMonths,
  mayBeginAt,
  periodOfDate,
  type BusinessDate,
  type PenalisedKind,
  type Period,
} from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { PENALTY_SAYS } from './sentences';

type Reader = (sql: string, values: readonly unknown[]) => Promise<readonly { readonly period: Period }[]>;

const LAST_OF: Readonly<Record<PenalisedKind, string>> = {
  WATER:
    "SELECT period FROM tagihan WHERE state IN ('ISSUED', 'PAID', 'REPLACED_BY') AND kind IN ('WATER', 'OPENING') AND period <= $1 ORDER BY period DESC LIMIT 1",
  // Their rule is that of the month they were agreed in.
  INSTALMENT: 'SELECT agreed_in AS period FROM tagihan WHERE agreed_in <= $1 ORDER BY agreed_in DESC LIMIT 1',
};

/**
 * The latest period with an issued bill of these kinds, of instalments the latest one agreed in; null when there is none. Only
 * of months that have begun: what was charged ahead is not due before its month is over, and bears by the rule its month has then.
 * @param today the business day
 */
export async function lastIssuedPeriod(
  read: Reader,
  kinds: readonly PenalisedKind[],
  today: BusinessDate,
): Promise<Period | null> {
  const found: Period[] = [];
  for (const kind of kinds) {
    const [row] = await read(LAST_OF[kind], [periodOfDate(today)]);
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
  { kinds, today }: { readonly kinds: readonly PenalisedKind[]; readonly today: BusinessDate },
): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('kebijakan_denda'))");
  const last = await lastIssuedPeriod(
    (sql, values) => tx.query<{ period: Period }>(sql, values),
    kinds,
    today,
  );
  if (last !== null && !mayBeginAt(period, last))
    throw new Problem('penalty_policy.period_issued', {
      members: { last_issued_period: last, first_period: addMonths(last, 1) },
      errors: [{ pointer: '/valid_from', code: 'period_issued', message: PENALTY_SAYS.issued(last) }],
    });
}
