import type { Rupiah } from '../money';
import type { AccountCode } from './chart-of-accounts';

/** Exactly one of debit and credit is above zero. Ids are whatever the caller's tables use. */
export type JournalLine = {
  readonly account: AccountCode;
  readonly debit: Rupiah;
  readonly credit: Rupiah;
  readonly bankId?: string | number;
  readonly customerId?: string | number;
  readonly billId?: string | number;
};

export type Id = string | number;
