export { CHART_OF_ACCOUNTS, MOVEMENT_EVENTS, STATEMENT_EVENTS, accountOf } from './chart-of-accounts';
export type { Account, AccountCode, AccountKind, StatementEvent } from './chart-of-accounts';
export { CLEARING_ACCOUNT } from './clearing-account';
export { assertBalanced, UnbalancedJournal } from './balance';
export type { JournalLine, JournalParties, RowId } from './journal-line';
export {
  billIssued,
  billCancelled,
  billCorrected,
  billsReplaced,
  penaltyAccrued,
  penaltyWaived,
  waiverRevoked,
} from './receivable-journals';
export type { BilledAmounts, PenaltyEvent } from './receivable-journals';
export {
  paymentPosted,
  paymentReversed,
  creditReceived,
  suspenseReceived,
  creditApplied,
  heldMoneyReturned,
} from './money-journals';
export type { JournalCollector, SettledBill } from './money-journals';
export { drawerDeposited, drawerDiffered, drawerFloated } from './drawer-journals';
export {
  depositTopUpReversed,
  depositToppedUp,
  saleDelivered,
  saleHeld,
  saleRefunded,
} from './sale-journals';
export type { SaleMoney } from './sale-journals';
export {
  claimRaised,
  claimWithdrawn,
  dayReconciled,
  dayReopened,
  netOn,
  oldDaysAgreed,
} from './reconciliation-journals';
export type { SettledAccount } from './reconciliation-journals';
export {
  SUPPLIER_ACCOUNT,
  SUPPLIER_MOVEMENTS,
  SUPPLIER_PAYMENT_ACCOUNT,
  SUPPLIER_PAYMENTS,
  SUPPLIER_TERMS,
  supplierPaid,
  supplierPaymentReversed,
} from './supplier-journals';
export type {
  SupplierAccount,
  SupplierMovementKind,
  SupplierPaymentKind,
  SupplierTerms,
} from './supplier-journals';
export { stampDutyPaid, stampDutyPaymentReversed } from './stamp-duty-journals';
