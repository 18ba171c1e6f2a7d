import { addRupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { balanced } from './balance';
import { credit, debit, type JournalLine, type RowId } from './journal-line';

export type BilledAmounts = {
  readonly customerId: RowId;
  readonly billId: RowId;
  readonly waterAmount: Rupiah;
  readonly fixedAmount: Rupiah;
};

export type PenaltyEvent = { readonly customerId: RowId; readonly billId: RowId; readonly amount: Rupiah };

/** A bill becomes due: the receivable against water and fixed revenue. No lines for a bill of Rp0. */
export function billIssued({ customerId, billId, waterAmount, fixedAmount }: BilledAmounts): JournalLine[] {
  const parties = { customerId, billId };
  return balanced([
    debit('1210', addRupiah(waterAmount, fixedAmount), parties),
    credit('4110', waterAmount, parties),
    credit('4120', fixedAmount, parties),
  ]);
}

/** A correction takes an issued bill back, together with the penalty booked on it so far (gross). */
export function billCancelled(bill: BilledAmounts & { readonly penalty?: Rupiah }): JournalLine[] {
  const { customerId, billId, waterAmount, fixedAmount, penalty = ZERO_RUPIAH } = bill;
  const parties = { customerId, billId };
  return balanced([
    debit('4110', waterAmount, parties),
    debit('4120', fixedAmount, parties),
    debit('4130', penalty, parties),
    credit('1210', addRupiah(waterAmount, fixedAmount), parties),
    credit('1220', penalty, parties),
  ]);
}

/** What the daily assessment (or a payment ahead of it) adds to a bill's penalty: the increase, not the sum. */
export function penaltyAccrued({ customerId, billId, amount }: PenaltyEvent): JournalLine[] {
  const parties = { customerId, billId };
  return balanced([debit('1220', amount, parties), credit('4130', amount, parties)]);
}

/** A programme forgives penalty outside a payment. Kept apart from revenue, so that its cost can be reported. */
export function penaltyWaived({ customerId, billId, amount }: PenaltyEvent): JournalLine[] {
  const parties = { customerId, billId };
  return balanced([debit('4190', amount, parties), credit('1220', amount, parties)]);
}
