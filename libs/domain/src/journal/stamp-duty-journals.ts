import { type Rupiah } from '../money';
import { balanced } from './balance';
import { credit, debit, type JournalLine } from './journal-line';

/** What receipts bore is handed over to the state, out of our bank account. */
export function stampDutyPaid(amount: Rupiah): JournalLine[] {
  return balanced([debit('2130', amount, {}), credit('1110', amount, {})]);
}

/** It was booked by mistake, or came back: the mirror. */
export function stampDutyPaymentReversed(amount: Rupiah): JournalLine[] {
  return balanced([debit('1110', amount, {}), credit('2130', amount, {})]);
}
