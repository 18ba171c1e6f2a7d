import { ZERO_RUPIAH, type Rupiah } from '../money';

/**
 * Who takes money for the utility; CREDIT is the customer's own credit that pays bills, so that no bank is borrowed. A
 * SUPPLIER of PPOB takes none: it is among them because days are put against its statement as against a bank's.
 */
export type CollectorKind = 'BANK' | 'COUNTER' | 'PARTNER' | 'CREDIT' | 'SUPPLIER';

/** Collectors money comes through; the customer's own credit is here already. */
export type TakingCollector = Exclude<CollectorKind, 'CREDIT' | 'SUPPLIER'>;

/** The part of an admin fee that is our revenue: a bank keeps its own outside our books, a counter's is ours. */
export function feeBooked(kind: CollectorKind, adminFee: Rupiah): Rupiah {
  return kind === 'BANK' ? ZERO_RUPIAH : adminFee;
}
