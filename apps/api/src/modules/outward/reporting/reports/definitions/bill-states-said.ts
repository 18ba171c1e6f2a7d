import { words } from '../columns';

/** What people call the states of a bill that was issued and stands. */
export const BILL_STATES_SAID = {
  ISSUED: words('Belum dibayar', 'Unpaid'),
  PAID: words('Lunas', 'Paid'),
  REPLACED_BY: words('Diganti angsuran', 'Paid in instalments'),
};
