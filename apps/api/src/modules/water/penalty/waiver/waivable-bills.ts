import {
  penaltyOf,
  reserveWaivers,
  rupiah,
  type BusinessDate,
  type PenaltyPolicy,
  type Rupiah,
  type WaivedBill,
  type WaiverProposal,
} from '@tirtapay/domain';
import { regionIn } from '../../customers';
import { SELECT_OVERDUE, toOverdueBill, type OverdueBill, type OverdueRow } from '../overdue-bills';
import { penaltyDue } from '../penalty-due';
import { PROMISED_UNTIL } from './waiver-offers';

type Reader = (sql: string, values: readonly unknown[]) => Promise<readonly OverdueRow[]>;

/** Whether the bill `b` of a statement was on day $1 as many months late as $2 and $3 say (null: no limit); see `monthsLate`. */
export const LATE_ENOUGH = `b.due_date < $1::date AND (b.due_date + make_interval(months => coalesce($2::int, 1) - 1))::date < $1::date
  AND ($3::int IS NULL OR (b.due_date + make_interval(months => $3))::date >= $1::date)`;

/** Whether the bill `b` of category `t` lies in categories $4 and areas $5 (null: all). */
export const IN_SCOPE = `($4::text[] IS NULL OR t.code = ANY ($4)) AND ($5::text[] IS NULL OR EXISTS (
    SELECT FROM pelanggan c JOIN wilayah w ON w.id = ${regionIn('b.period')} WHERE c.id = b.customer_id AND w.code = ANY ($5)))`;

/** Open bills in a scope that no other programme of these days holds already, oldest first. What was agreed on stays agreed. */
const SELECT_SCOPE = `${SELECT_OVERDUE} AND b.kind <> 'INSTALMENT' AND ${LATE_ENOUGH} AND ${IN_SCOPE}
  AND NOT EXISTS (
    SELECT FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id
    WHERE j.bill_id = b.id AND w.valid_from <= $6 AND ${PROMISED_UNTIL} >= $1)
  ORDER BY b.due_date, b.bill_number`;

interface WaivableBill extends OverdueBill {
  /** What is right of it, before anything is forgiven: today and on the last day of the programme. */
  readonly now: Rupiah;
  readonly most: Rupiah;
}

export interface WaiverPlan {
  readonly within: readonly WaivedBill<WaivableBill>[];
  /** In the scope, and beyond the budget. */
  readonly beyond: readonly WaivedBill<WaivableBill>[];
}

/**
 * Which bills a programme is for and what it sets aside for each: the same function for the simulation and for the
 * decision, so that what two people saw is what is done. A dispute that ends may let a penalty grow, so none is looked at.
 */
export async function planWaiver(
  read: Reader,
  proposal: WaiverProposal,
  policies: readonly PenaltyPolicy[],
  today: BusinessDate,
): Promise<WaiverPlan> {
  const { validFrom, validTo, minMonthsLate, maxMonthsLate, tariffCodes, regionCodes } = proposal;
  const rows = await read(SELECT_SCOPE, [
    validFrom,
    minMonthsLate,
    maxMonthsLate,
    tariffCodes,
    regionCodes,
    validTo,
  ]);
  const bills = rows.map((row): WaivableBill => {
    const bill = toOverdueBill(row);
    const [asked] = penaltyDue([bill], policies, today);
    const last = penaltyOf({ ...bill, disputed: false }, policies, validTo).amount;
    // What a correction has found to be too much is settled apart: of the right penalty alone anything is forgiven.
    const tooMuch = bill.excess.returned + bill.excess.excessWaived;
    return {
      ...bill,
      principal: rupiah(row.principal),
      now: rupiah((asked?.amount ?? bill.booked) - tooMuch),
      most: rupiah(Math.max(last, bill.booked - tooMuch)),
    };
  });
  return reserveWaivers(bills, proposal);
}
