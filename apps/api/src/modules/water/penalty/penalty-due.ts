import {
  penaltyOf,
  rupiah,
  subtractRupiah,
  type BusinessDate,
  type PenalisedBill,
  type PenaltyPolicy,
  type Rupiah,
} from '@tirtapay/domain';

/** An open bill with the penalty booked on it so far. */
export interface PenalisableBill extends PenalisedBill {
  readonly booked: Rupiah;
}

export interface PenaltyDue {
  /** Gross; never less than what is booked. */
  readonly amount: Rupiah;
  /** What is asked but not yet booked. */
  readonly increase: Rupiah;
  /** The rule the increase comes from. */
  readonly policyId: number | null;
  readonly trace: string;
}

/**
 * The penalty of bills on a business date. A booked penalty never shrinks, whatever became of the rules since; a day can
 * only add to it. One function for asking, paying and booking, so that the three cannot differ.
 */
export function penaltyDue<Bill extends PenalisableBill>(
  bills: readonly Bill[],
  policies: readonly PenaltyPolicy[],
  asOf: BusinessDate,
): (PenaltyDue & { readonly bill: Bill })[] {
  return bills.map((bill) => {
    const assessed = penaltyOf(bill, policies, asOf);
    const amount = rupiah(Math.max(bill.booked, assessed.amount));
    return {
      bill,
      amount,
      increase: subtractRupiah(amount, bill.booked),
      policyId: assessed.policy?.id ?? null,
      trace: assessed.trace,
    };
  });
}
