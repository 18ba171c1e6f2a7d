export {
  CHANNELS,
  CHECKOUT_METHODS,
  COLLECTION_CHANNELS,
  INSTRUCTION_CHANNELS,
  isChannel,
  PAYER_METHODS,
} from './channel';
export type {
  Channel,
  CheckoutMethod,
  CollectionChannel,
  InstructionChannel,
  PayerMethod,
  SaleChannel,
} from './channel';
export { CHANNEL_NAMES, channelName } from './channel-name';
export { ALLOCATION_KINDS, isToldFinding, PAY_OUT_WAYS, PAYMENT_KINDS, TOLD_FINDINGS } from './kinds';
export type {
  AllocationKind,
  HeldKind,
  PaymentKind,
  PayOutWay,
  ToldFinding,
  ReceiptForm,
  ReferenceOutcome,
} from './kinds';
export { STAMP_DUTY, STAMP_DUTY_THRESHOLD, stampDuty, billTotal, totals } from './totals';
export type { PayableBill, PaymentTotals } from './totals';
export { checkOldestFirst } from './oldest-first';
export type { OldestFirstResult } from './oldest-first';
export { allocate } from './allocate';
export type { AllocatedBill, AllocationRow } from './allocate';
export { paymentFingerprintSource } from './fingerprint';
export { decideProcess } from './decide-process';
export type { ExistingPayment, ProcessBill, ProcessDecision, ProcessState } from './decide-process';
export { checkoutExpiry } from './checkout-expiry';
export type { CheckoutMoment } from './checkout-expiry';
