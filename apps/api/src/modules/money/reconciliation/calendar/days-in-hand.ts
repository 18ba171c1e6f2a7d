import type { Tx } from '../../../../platform/database';

/*
 * Whoever works on a day of a collector and whoever ends its reconciliation wait for each other, so that a file and the end
 * before it never pass one another. Not by the row of the collector: a large file is read for minutes, and meanwhile a bank's
 * addresses and fees may be changed.
 */

const KEY = "hashtext('reconciliation days'), $1::int";

/** Of somebody who works on one of its days; many may. */
export async function dayInHand(tx: Tx, collectorId: number): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY})`, [collectorId]);
}

/** Of somebody who says which of its days there are. */
export async function noDayInHand(tx: Tx, collectorId: number): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY})`, [collectorId]);
}
