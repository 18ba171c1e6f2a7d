import type { Tx } from '../../../platform/database';

/** Of what bill `b` carries of corrections: the penalties of other bills. A paper asks for no more than it comes to. */
export const CARRIED_PENALTY = `(SELECT coalesce(sum(least(paper.amount, greatest(0, paper.penalty))), 0)::bigint
  FROM (SELECT sum(k.amount + k.penalty_amount) AS amount, sum(k.penalty_amount) AS penalty FROM koreksi_tagihan k
    WHERE k.carrier_id = b.id GROUP BY k.note_id, CASE WHEN k.note_id IS NULL THEN k.id END) paper)`;

const KEEP = `
  UPDATE tagihan b SET penalty_free = ${CARRIED_PENALTY}
    + greatest(0, -(SELECT coalesce(sum(k.amount), 0)::bigint FROM koreksi_tagihan k WHERE k.bill_id = b.id))
  WHERE b.id = ANY ($1)`;

/**
 * What of these bills bears no penalty: what was found to be too much, because it is the customer's, and what they ask for
 * of the penalties of others. Of bills that were not taken over, and stand for no others.
 */
export async function keepPenaltyFree(tx: Tx, billIds: readonly number[]): Promise<void> {
  await tx.query(KEEP, [billIds]);
}
