import {
  penaltyOf,
  rupiah,
  ZERO_RUPIAH,
  type BusinessDate,
  type PenaltyPolicy,
  type Period,
  type Rupiah,
} from '@tirtapay/domain';

/** An open bill as the database gives it, with the penalty booked so far. */
export interface OpenBillRow {
  readonly id: number;
  readonly bill_number: string;
  readonly period: string;
  readonly principal: number;
  readonly disputed: boolean;
  readonly due_date: string;
  readonly penalty: number;
  readonly waived: number;
}

/** An open bill with what it asks for on a day. */
export interface DueBill {
  readonly id: number;
  readonly billNumber: string;
  readonly period: Period;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  readonly waiver: Rupiah;
  readonly dueDate: BusinessDate;
  /** True while today's penalty is asked but not yet in the books: it is booked before a payment is posted. */
  readonly accrualMissing: boolean;
  readonly penaltyReason: string | null;
}

/**
 * What an open bill asks for on a business date. A penalty once booked never shrinks; the day's assessment can only
 * add to it, so what is asked is the greater of the two.
 */
export function dueBill(
  row: OpenBillRow,
  tariffCode: string,
  policies: readonly PenaltyPolicy[],
  asOf: BusinessDate,
): DueBill {
  const assessed = penaltyOf(
    {
      principal: rupiah(row.principal),
      dueDate: row.due_date as BusinessDate,
      period: row.period as Period,
      tariffCode,
      disputed: row.disputed,
    },
    policies,
    asOf,
  );
  const penalty = rupiah(Math.max(row.penalty, assessed.amount));
  return {
    id: row.id,
    billNumber: row.bill_number,
    period: row.period as Period,
    principal: rupiah(row.principal),
    penalty,
    waiver: row.waived === 0 ? ZERO_RUPIAH : rupiah(row.waived),
    dueDate: row.due_date as BusinessDate,
    accrualMissing: assessed.amount > row.penalty,
    penaltyReason: penalty > 0 ? assessed.trace : null,
  };
}
