import { type Rupiah } from '../money';
import { balanced } from './balance';
import { credit, debit, type JournalLine } from './journal-line';

/** How a supplier is paid: for what it delivered, afterwards, or out of what we paid in before. */
export const SUPPLIER_TERMS = ['LATER', 'PREPAID'] as const;
export type SupplierTerms = (typeof SUPPLIER_TERMS)[number];

/** Where the cost of a delivery is booked: what we owe the supplier, or what it holds of ours. */
export const SUPPLIER_ACCOUNT = { LATER: '2160', PREPAID: '1150' } as const satisfies Readonly<
  Record<SupplierTerms, string>
>;
export type SupplierAccount = (typeof SUPPLIER_ACCOUNT)[SupplierTerms];

/** Money of ours that goes to a supplier: into our deposit there, or for what it delivered. */
export const SUPPLIER_PAYMENTS = ['TOP_UP', 'SETTLEMENT'] as const;
export type SupplierPaymentKind = (typeof SUPPLIER_PAYMENTS)[number];

/**
 * What moves a supplier's account: what it delivered, what we paid, and what its own statement made us put right.
 */
export const SUPPLIER_MOVEMENTS = ['COST', ...SUPPLIER_PAYMENTS, 'RECONCILED'] as const;
export type SupplierMovementKind = (typeof SUPPLIER_MOVEMENTS)[number];

export const SUPPLIER_PAYMENT_ACCOUNT = { TOP_UP: '1150', SETTLEMENT: '2160' } as const satisfies Readonly<
  Record<SupplierPaymentKind, SupplierAccount>
>;

interface SupplierPayment {
  readonly kind: SupplierPaymentKind;
  readonly amount: Rupiah;
}

/** Our bank account paid a supplier. */
export function supplierPaid({ kind, amount }: SupplierPayment): JournalLine[] {
  return balanced([debit(SUPPLIER_PAYMENT_ACCOUNT[kind], amount, {}), credit('1110', amount, {})]);
}

/** It was booked by mistake, or came back. */
export function supplierPaymentReversed({ kind, amount }: SupplierPayment): JournalLine[] {
  return balanced([debit('1110', amount, {}), credit(SUPPLIER_PAYMENT_ACCOUNT[kind], amount, {})]);
}
