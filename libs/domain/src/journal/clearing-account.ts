import type { CollectorKind } from '../collector';
import type { AccountCode } from './chart-of-accounts';

/**
 * Where money stands between being collected and being in our own bank account (1110): owed by the bank, in a drawer,
 * taken off a partner's deposit or off the customer's credit. Of a supplier: our deposit there.
 */
export const CLEARING_ACCOUNT = {
  BANK: '1130',
  COUNTER: '1140',
  PARTNER: '2140',
  CREDIT: '2110',
  SUPPLIER: '1150',
} as const satisfies Readonly<Record<CollectorKind, AccountCode>>;
