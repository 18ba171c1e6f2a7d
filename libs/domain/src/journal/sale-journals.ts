import { addRupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { balanced } from './balance';
import { CLEARING_ACCOUNT } from './clearing-account';
import { credit, debit, type JournalLine } from './journal-line';
import type { JournalCollector } from './money-journals';
import { SUPPLIER_ACCOUNT, type SupplierTerms } from './supplier-journals';

/** A product of others that is sold: principal and our fee, taken by a counter or off a partner's deposit. */
export interface SaleMoney {
  readonly collector: JournalCollector;
  readonly principal: Rupiah;
  readonly adminFee: Rupiah;
}

function total({ principal, adminFee }: SaleMoney): Rupiah {
  return addRupiah(principal, adminFee);
}

/** The money is taken and held until the product is delivered: it is nobody's revenue yet. */
export function saleHeld(sale: SaleMoney): JournalLine[] {
  const parties = { collectorId: sale.collector.id };
  return balanced([
    debit(CLEARING_ACCOUNT[sale.collector.kind], total(sale), parties),
    credit('2150', total(sale), parties),
  ]);
}

/**
 * Delivered: the supplier is owed its cost, or has taken it from our deposit; the fee and what lies between principal and
 * cost are ours. A cost above the principal is a loss, on the same account.
 */
export function saleDelivered(
  sale: SaleMoney & { readonly cost: Rupiah; readonly terms: SupplierTerms },
): JournalLine[] {
  const parties = { collectorId: sale.collector.id };
  const margin = subtractRupiah(sale.principal, sale.cost);
  return balanced([
    debit('2150', total(sale), parties),
    credit(SUPPLIER_ACCOUNT[sale.terms], sale.cost, parties),
    credit('4210', sale.adminFee, parties),
    margin < 0
      ? debit('4220', subtractRupiah(ZERO_RUPIAH, margin), parties)
      : credit('4220', margin, parties),
  ]);
}

/** Not delivered, and the supplier said so: back to where it was taken from. */
export function saleRefunded(sale: SaleMoney): JournalLine[] {
  const parties = { collectorId: sale.collector.id };
  return balanced([
    debit('2150', total(sale), parties),
    credit(CLEARING_ACCOUNT[sale.collector.kind], total(sale), parties),
  ]);
}

/** A partner paid into our bank account; its deposit is what we owe it. */
export function depositToppedUp(topUp: {
  readonly collectorId: number;
  readonly amount: Rupiah;
}): JournalLine[] {
  const parties = { collectorId: topUp.collectorId };
  return balanced([debit('1110', topUp.amount, parties), credit('2140', topUp.amount, parties)]);
}

/** It was booked by mistake: the mirror. */
export function depositTopUpReversed(topUp: {
  readonly collectorId: number;
  readonly amount: Rupiah;
}): JournalLine[] {
  const parties = { collectorId: topUp.collectorId };
  return balanced([debit('2140', topUp.amount, parties), credit('1110', topUp.amount, parties)]);
}
