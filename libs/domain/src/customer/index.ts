export {
  luhnCheckDigit,
  isCustomerNumber,
  buildCustomerNumber,
  parseCustomerNumber,
  normalizeCustomerNumber,
  customerKey,
} from './customer-number';
export type {
  CustomerKey,
  CustomerNumberParts,
  CustomerNumberProblem,
  NormalizedCustomerNumber,
} from './customer-number';
export { maskName, maskAddress, maskPhone, maskEmail } from './masking';
export { CUSTOMER_STATES, CUSTOMER_TRANSITIONS } from './customer-state';
export type { CustomerState } from './customer-state';
export { finalStandRefusal } from './final-stand';
export { mayBeRead, READ_STATES } from './may-be-read';
export { moveMonths, moveRefusal, usualOfAll } from './move-months';
export type { MoveMonths } from './move-months';
