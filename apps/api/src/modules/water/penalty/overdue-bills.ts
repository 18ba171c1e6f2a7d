import { rupiah, type BillKind, type BusinessDate, type Period } from '@tirtapay/domain';
import type { PenalisableBill } from './penalty-due';

export interface OverdueRow {
  readonly id: number;
  readonly customer_id: number;
  readonly principal: number;
  readonly due_date: BusinessDate;
  readonly period: Period;
  readonly disputed: boolean;
  /** Days its penalty stood still before. */
  readonly penalty_days_held: number;
  /** Of the principal: what bears no penalty. */
  readonly penalty_free: number;
  readonly kind: BillKind;
  /** Of an instalment: the month its plan was agreed in. */
  readonly agreed_in: Period | null;
  readonly tariff_code: string;
  readonly booked: number;
  readonly penalty_returned: number;
  readonly excess_waived: number;
}

export interface OverdueBill extends PenalisableBill {
  readonly id: number;
  readonly customerId: number;
}

/** Water and balances taken over bear penalties, and instalments that were agreed since a policy may name them. */
export const OVERDUE = "b.state = 'ISSUED' AND (b.kind IN ('WATER', 'OPENING') OR b.agreed_in IS NOT NULL)";

/** The category a bill was priced by decides the scope of a policy, as in every inquiry and payment. */
export const SELECT_OVERDUE = `
  SELECT b.id, b.customer_id, b.principal, b.due_date, b.period, b.disputed, b.penalty_days_held, b.penalty_free, b.kind, b.agreed_in, t.code AS tariff_code,
    coalesce(d.amount, 0) AS booked, coalesce(d.returned, 0) AS penalty_returned, coalesce(d.excess_waived, 0) AS excess_waived
  FROM tagihan b
  LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
  JOIN tarif t ON t.id = coalesce(v.tariff_id, b.tariff_id)
  LEFT JOIN denda d ON d.bill_id = b.id
  WHERE ${OVERDUE}`;

export function toOverdueBill(row: OverdueRow): OverdueBill {
  return {
    id: row.id,
    customerId: row.customer_id,
    principal: rupiah(row.principal - row.penalty_free),
    dueDate: row.due_date,
    period: row.period,
    disputed: row.disputed,
    daysHeld: row.penalty_days_held,
    tariffCode: row.tariff_code,
    kind: row.kind,
    agreedIn: row.agreed_in,
    booked: rupiah(row.booked),
    excess: { returned: row.penalty_returned, excessWaived: row.excess_waived },
  };
}
