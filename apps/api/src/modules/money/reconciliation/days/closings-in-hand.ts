import type { Tx } from '../../../../platform/database';

/*
 * A bank that takes a payment back, and a run that sets something of another day free, wait for whoever closes that day, and
 * that one for them: one of them is first, and the other sees it. Not by the row of the day, which a run of a million lines
 * holds for minutes.
 */

const KEY = "hashtext('reconciliation closings'), $1::int";

/** Of a reversal, or of a run of another day; many may. */
export async function closedByNobody(tx: Tx, collectorId: number): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY})`, [collectorId]);
}

/** Of a closing, before it looks its day over for the last time. */
export async function closingInHand(tx: Tx, collectorId: number): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY})`, [collectorId]);
}
