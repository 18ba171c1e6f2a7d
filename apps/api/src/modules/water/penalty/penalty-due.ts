import {
  formatRupiah,
  penaltyOf,
  rupiah,
  subtractRupiah,
  type BusinessDate,
  type PenalisedBill,
  type PenaltyExcess,
  type PenaltyPolicy,
  type Rupiah,
} from '@tirtapay/domain';

/** An open bill with the penalty booked on it so far. */
export interface PenalisableBill extends PenalisedBill {
  readonly booked: Rupiah;
  /** Of what is booked: what corrections found to be too much. Nothing of a bill that has none. */
  readonly excess: PenaltyExcess;
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
 * only add to it. What a correction has found to be too much of it stays booked and is settled apart, so that it comes on
 * top of what the right principal bears. One function for asking, paying and booking, so that the three cannot differ.
 */
export function penaltyDue<Bill extends PenalisableBill>(
  bills: readonly Bill[],
  policies: readonly PenaltyPolicy[],
  asOf: BusinessDate,
): (PenaltyDue & { readonly bill: Bill })[] {
  return bills.map((bill) => {
    const assessed = penaltyOf(bill, policies, asOf);
    const settledApart = bill.excess.returned + bill.excess.excessWaived;
    const amount = rupiah(Math.max(bill.booked, assessed.amount + settledApart));
    return {
      bill,
      amount,
      increase: subtractRupiah(amount, bill.booked),
      policyId: assessed.policy?.id ?? null,
      trace:
        settledApart === 0
          ? assessed.trace
          : `${assessed.trace}; dan ${formatRupiah(rupiah(settledApart))} yang sudah diperhitungkan lewat koreksi`,
    };
  });
}
