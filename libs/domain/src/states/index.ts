export type { StateMachine } from './state-machine';
export { IllegalTransition, canTransition, assertTransition, statesOf } from './state-machine';
export {
  READING_TRANSITIONS,
  BILL_TRANSITIONS,
  DISPUTE_TRANSITIONS,
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
  DisputeState,
  PaymentState,
  OutboundCallState,
  CheckoutState,
  ApprovalState,
  TariffVersionState,
  ReconciliationItemState,
} from './machines';
export {
  APPROVAL_DECISIONS,
  BILL_STATES,
  BILLED_STATES,
  CASE_STATES,
  CERTIFICATION_STATES,
  DISPUTE_STATES,
  ISSUE_RUN_STATES,
  OUTBOUND_CALL_STATES,
  PAYMENT_STATES,
  READING_STATES,
  SCENARIO_STATES,
  WEBHOOK_STATES,
} from './lists';
export type {
  ApprovalDecision,
  BilledState,
  CaseState,
  CertificationState,
  IssueRunState,
  ScenarioState,
  WebhookState,
} from './lists';
export { CODE_NAMES } from './code-names';
export { STATE_NAMES } from './state-names';
