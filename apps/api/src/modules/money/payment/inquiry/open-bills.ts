import {
  rupiah,
  waiverOf,
  type BillKind,
  type BusinessDate,
  type PenaltyPolicy,
  type Period,
  type Rupiah,
} from '@tirtapay/domain';
import { CORRECTED, penaltyDue, toWaiverOffer, type WaiverOfferRow } from '../../../water/penalty';

/** An open bill as the database gives it, with the penalty booked so far. */
export interface OpenBillRow {
  readonly id: number;
  readonly bill_number: string;
  readonly period: string;
  /** The category it was priced by, whatever the customer's is today. */
  readonly tariff_code: string | null;
  readonly kind: BillKind;
  readonly principal: number;
  readonly disputed: boolean;
  /** Days its penalty stood still before. */
  readonly penalty_days_held: number;
  /** Of the principal: what bears no penalty. */
  readonly penalty_free: number;
  /** Of an instalment: the month its plan was agreed in. */
  readonly agreed_in: string | null;
  readonly due_date: string;
  readonly penalty: number;
  /** Of the penalty: what corrections gave back, and what had been forgiven of it too much. */
  readonly penalty_returned: number;
  readonly excess_waived: number;
  /** What programmes forgive of its penalty, on whatever days. */
  readonly offers: readonly WaiverOfferRow[] | null;
}

/** An open bill with what it asks for on a day. */
export interface DueBill {
  readonly id: number;
  readonly billNumber: string;
  readonly period: Period;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  /** Of the penalty: what a programme forgives when the bill is paid on this day, and what a correction left off. */
  readonly waiver: Rupiah;
  readonly waiverName: string | null;
  readonly dueDate: BusinessDate;
  /** True while today's penalty is asked but not yet in the books: it is booked before a payment is posted. */
  readonly accrualMissing: boolean;
  readonly penaltyReason: string | null;
}

/**
 * What an open bill asks for on a business date: the penalty is the one the penalty module would book that day, the waiver
 * what a programme forgives of it. Every door asks here, so an inquiry and its payment agree.
 */
export function dueBill(row: OpenBillRow, policies: readonly PenaltyPolicy[], asOf: BusinessDate): DueBill {
  const bill = {
    principal: rupiah(row.principal - row.penalty_free),
    dueDate: row.due_date as BusinessDate,
    period: row.period as Period,
    tariffCode: row.tariff_code ?? '',
    kind: row.kind,
    agreedIn: row.agreed_in as Period | null,
    disputed: row.disputed,
    daysHeld: row.penalty_days_held,
    booked: rupiah(row.penalty),
    excess: { returned: row.penalty_returned, excessWaived: row.excess_waived },
  };
  const [due] = penaltyDue([bill], policies, asOf);
  if (due === undefined) throw new Error('a bill has a penalty, if only of nothing');
  const waiver = waiverOf(due.amount, (row.offers ?? []).map(toWaiverOffer), asOf, bill.excess);
  return {
    id: row.id,
    billNumber: row.bill_number,
    period: bill.period,
    principal: rupiah(row.principal),
    penalty: due.amount,
    waiver: waiver.amount,
    waiverName: waiver.offer?.name ?? (waiver.amount > 0 ? CORRECTED : null),
    dueDate: bill.dueDate,
    accrualMissing: due.increase > 0,
    penaltyReason: due.amount > 0 ? due.trace : null,
  };
}
