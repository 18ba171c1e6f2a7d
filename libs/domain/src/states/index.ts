export type { StateMachine } from './state-machine';
export { IllegalTransition, canTransition, assertTransition, statesOf } from './state-machine';
export {
  READING_TRANSITIONS,
  BILL_TRANSITIONS,
  PAYMENT_TRANSITIONS,
  OUTBOUND_CALL_TRANSITIONS,
  CHECKOUT_TRANSITIONS,
  APPROVAL_TRANSITIONS,
  TARIFF_VERSION_TRANSITIONS,
  RECONCILIATION_ITEM_TRANSITIONS,
} from './machines';
export type {
  ReadingState,
  BillState,
  PaymentState,
  OutboundCallState,
  CheckoutState,
  ApprovalState,
  TariffVersionState,
  ReconciliationItemState,
} from './machines';
