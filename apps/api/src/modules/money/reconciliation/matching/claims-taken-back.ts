import { takesBack } from './movement-sources';

/** Claims `k`, each with what is `paid` of it, of the days `q` of whoever `collector` names. */
export const claimsOn = (
  collector: string,
): string => `rekonsiliasi_detail k JOIN rekonsiliasi q ON q.id = k.reconciliation_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(s.claim_settled), 0)::bigint AS amount FROM rekonsiliasi_detail s WHERE s.claim_id = k.id) paid
    WHERE k.claimed > 0 AND q.collector_id = ${collector}`;

/** What was claimed is what the item `d` takes back: a payment of a bank's customer, or one to a supplier. */
const OF_WHAT_IT_TAKES_BACK = [
  'k.payment_id = (SELECT p.reversal_of FROM pembayaran p WHERE p.id = d.payment_id) AND NOT k.carried',
  `k.movement_id = ${takesBack('d.movement_id')} AND k.statement = d.statement AND NOT k.carried`,
];

/** The claims that end with the item `d` of a day `r`: on what it takes back, and of as much as it does. */
export const CLAIMS_TAKEN_BACK = OF_WHAT_IT_TAKES_BACK.map(
  (same) =>
    `SELECT k.id FROM ${claimsOn('r.collector_id')} AND ${same} AND k.claimed - paid.amount >= d.difference`,
).join(' UNION ALL ');

/** Of a day `r`, an item `d`; as it is now. */
export const TAKES_BACK_CLAIM = `(d.our_amount < 0 AND d.difference > 0 AND EXISTS (${CLAIMS_TAKEN_BACK}))`;
