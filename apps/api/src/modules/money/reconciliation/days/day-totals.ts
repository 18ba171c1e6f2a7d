import type { Tx } from '../../../../platform/database';

/** What a day comes to, from its items. */
export interface DayTotals {
  readonly open: number;
  readonly our_count: number;
  readonly our_amount: number;
  readonly bank_count: number;
  readonly bank_amount: number;
  readonly received: number;
  readonly charged: number;
  readonly cleared: number;
  readonly claimed: number;
  readonly claim_settled: number;
  /** Of movements that were booked before. */
  readonly moved: number;
  readonly adjusted_count: number;
  readonly carried_count: number;
}

export const DAY_TOTALS = `
  SELECT count(*) FILTER (WHERE d.state = 'OPEN')::int AS open,
    (count(d.payment_id) FILTER (WHERE NOT d.carried) + count(d.reversal_id) FILTER (WHERE NOT d.carried) + count(d.movement_id) FILTER (WHERE NOT d.carried) + count(d.posted_id))::int AS our_count,
    coalesce(sum(d.our_amount), 0)::bigint AS our_amount,
    (count(DISTINCT d.line_id) + count(d.reversal_line_id))::int AS bank_count,
    coalesce(sum(d.bank_amount), 0)::bigint AS bank_amount,
    coalesce(sum(d.received), 0)::bigint AS received, coalesce(sum(d.charged), 0)::bigint AS charged,
    coalesce(sum(d.cleared), 0)::bigint AS cleared, coalesce(sum(d.claimed), 0)::bigint AS claimed,
    coalesce(sum(d.claim_settled), 0)::bigint AS claim_settled,
    coalesce(sum(d.our_amount) FILTER (WHERE d.movement_id IS NOT NULL AND NOT d.carried), 0)::bigint AS moved,
    count(*) FILTER (WHERE d.state = 'ADJUSTED')::int AS adjusted_count, count(*) FILTER (WHERE d.carried)::int AS carried_count
  FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1`;

export function dayTotals(tx: Tx, dayId: number): Promise<DayTotals> {
  return tx.one<DayTotals & object>(DAY_TOTALS, [dayId]);
}
