export { composeBill, MissingMeterCharge } from './compose-bill';
export { unpriceableSizes, unpricedMeter, type UnpricedMeter } from './unpriceable';
export type { BillInput } from './compose-bill';
export { recomputeBill } from './recompute-bill';
export { BILL_KINDS, BILL_LINE_KINDS, STORED_BILL_LINE_KINDS } from './bill';
export type {
  BillKind,
  BillLine,
  BillLineKind,
  StoredBillLineKind,
  ComposedBill,
  RecomputedBill,
} from './bill';
export { billNumber, parseBillNumber } from './bill-number';
export { chargeLine, MOST_CHARGES, otherBillNumber } from './charge';
export { dueOnIssue, LEAST_DAYS_TO_PAY } from './due-on-issue';
export {
  carriedFormula,
  carriedLabel,
  CORRECTION_CAUSES,
  CORRECTION_WAYS,
  correctionWay,
  figuresTotal,
  penaltyExcess,
  correctedBalance,
  isSettled,
  returnedCharge,
  settlementOf,
} from './correction';
export type {
  BillFigures,
  CorrectedBill,
  CorrectionCause,
  CorrectionSettlement,
  CorrectionWay,
  PenaltyExcess,
} from './correction';
export {
  breaksPlan,
  FEWEST_INSTALMENTS,
  FIRST_DUE_WITHIN,
  INSTALMENT_GRACE_DAYS,
  LEAST_INSTALMENT,
  mayBeReplaced,
  MOST_INSTALMENTS,
  PLAN_ENDS,
  PLAN_STATES,
  penaltyFreeShares,
  planInstalments,
  restOfPlan,
} from './instalment';
export type {
  Instalment,
  PlanEnd,
  PlanRefusal,
  PlanState,
  PlanTerms,
  ReplacedBill,
  RestOfPlan,
} from './instalment';
