export { PPOB_SERVICE_CODES, PPOB_SERVICES, ppobService, ppobServiceName } from './service';
export type { PpobPricing, PpobService, PpobServiceCode } from './service';
export { MOBILE_OPERATORS, mobileNumber, mobileOperator } from './operators';
export type { MobileOperator } from './operators';
export { maskCode } from './mask-code';
export { formatNop, groupsOfFour, readCustomerName, readField } from './field';
export type { FieldProblem, PpobField, PpobFieldKind, PpobFieldName, ReadField } from './field';
export { orderAccount, orderMeaning, orderNominal, orderVariant, readOrder, variantOf } from './order';
export type { OrderProblem, PpobOrder, ReadOrder } from './order';
export {
  hear,
  presentPurchaseState,
  PUBLIC_PURCHASE_STATES,
  SALE_OUTCOMES,
  publicPurchaseState,
  PURCHASE_TRANSITIONS,
  UNDER_WAY,
} from './purchase-state';
export type {
  PublicPurchaseState,
  PurchaseState,
  SaleOutcome,
  SupplierWord,
  WordEffect,
} from './purchase-state';
export { holdsAt, offerKey, priceChangeProblems, supersede } from './price-change';
export type { PriceChange, PriceProblem, ProposedPrice } from './price-change';
export { supplierGap } from './supplier-balance';
export type { BookedBalance } from './supplier-balance';
