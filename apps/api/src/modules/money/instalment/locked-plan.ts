import type { BillState, BusinessDate, Period, Rupiah } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { InstalmentPlan } from './entities/instalment-plan.entity';

export interface InstalmentOfPlan {
  readonly bill_id: number;
  readonly state: BillState;
  readonly amount: Rupiah;
  readonly penalty_free: Rupiah;
  readonly due_date: BusinessDate;
  readonly disputed: boolean;
  readonly agreed_in: Period | null;
  /** Booked on it by a policy that names instalments. */
  readonly penalty: Rupiah;
}

interface SourceOfPlan {
  readonly bill_id: number;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  /** Forgiven when the plan was agreed. */
  readonly waived: Rupiah;
  /** Of that: what is owed again when the plan is broken. A correction may have found some of it to be no penalty at all. */
  readonly revocable: Rupiah;
}

export type LockedPlan = RowOf<
  InstalmentPlan,
  'id' | 'customerId' | 'instalments' | 'graceDays' | 'endedAs'
> & {
  readonly customer_number: string;
  readonly tariff_id: number;
  readonly name: string;
  readonly bills: readonly InstalmentOfPlan[];
  readonly sources: readonly SourceOfPlan[];
};

/** Customer, plan, then its instalments and what they replaced, as whoever takes money for them does. @throws Problem instalment.not_found */
export async function lockPlan(tx: Tx, id: number): Promise<LockedPlan> {
  await tx.query(
    'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM rencana_angsuran WHERE id = $1) FOR NO KEY UPDATE',
    [id],
  );
  const [plan] = await tx.query<Omit<LockedPlan, 'bills' | 'sources'>>(
    `SELECT p.id, p.customer_id, p.instalments, p.grace_days, p.ended_as, c.customer_number, c.tariff_id, c.name
     FROM rencana_angsuran p JOIN pelanggan c ON c.id = p.customer_id WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
    [id],
  );
  if (plan === undefined) throw new Problem('instalment.not_found');
  await tx.query(
    `SELECT FROM tagihan WHERE id IN (SELECT bill_id FROM angsuran WHERE plan_id = $1 UNION ALL SELECT bill_id FROM angsuran_sumber
       WHERE plan_id = $1) ORDER BY id FOR NO KEY UPDATE`,
    [id],
  );
  const bills = await tx.query<InstalmentOfPlan & object>(
    `SELECT i.bill_id, b.state, b.principal AS amount, b.penalty_free, b.due_date, b.disputed, b.agreed_in,
       coalesce(d.amount, 0)::bigint AS penalty
     FROM angsuran i JOIN tagihan b ON b.id = i.bill_id LEFT JOIN denda d ON d.bill_id = b.id WHERE i.plan_id = $1 ORDER BY i.seq`,
    [id],
  );
  const sources = await tx.query<SourceOfPlan & object>(
    `SELECT s.bill_id, s.principal, s.penalty, s.waived, s.waived - least(s.waived, coalesce(d.excess_waived, 0)) AS revocable
     FROM angsuran_sumber s LEFT JOIN denda d ON d.bill_id = s.bill_id WHERE s.plan_id = $1 ORDER BY s.bill_id`,
    [id],
  );
  return { ...plan, bills, sources };
}

/** What nobody has paid of it. */
export function unpaid({ bills }: LockedPlan): readonly InstalmentOfPlan[] {
  return bills.filter(({ state }) => state === 'ISSUED');
}
