export {
  SETTLEMENT_DIRECTIONS,
  SETTLEMENT_FORMATS,
  SETTLEMENT_KINDS,
  SETTLEMENT_RAW_LENGTH,
} from './settlement-line';
export type {
  SettlementAmount,
  SettlementDirection,
  SettlementFile,
  SettlementFormat,
  SettlementKind,
  SettlementLine,
} from './settlement-line';
export { SETTLEMENT_ERRORS } from './settlement-error';
export type { SettlementError, SettlementErrorCode } from './settlement-error';
export {
  AMOUNT_READINGS,
  DATE_ORDERS,
  SETTLEMENT_ERRORS_SHOWN,
  SETTLEMENT_LINES_SHOWN,
  TEXT_ENCODINGS,
} from './settlement-reading';
export type {
  AmountReading,
  DateOrder,
  SettlementColumnFound,
  SettlementDetection,
  SettlementQuestion,
  SettlementReading,
  TextEncoding,
} from './settlement-reading';
export {
  nextSettlementDay,
  previousSettlementDay,
  settlementDate,
  settlementWindows,
  settlesOn,
} from './settlement-calendar';
export type { SettlementCalendar, SettlementTerms, SettlementWindow } from './settlement-calendar';
export { CALL_FINDINGS, differenceOf, ITEM_TYPES, MATCH_BASES } from './reconciled-item';
export type {
  BankEntry,
  CallFinding,
  ChannelCall,
  ItemType,
  MatchBasis,
  OurEntry,
  ReconciledItem,
} from './reconciled-item';
export { matchDay, settledKey } from './match-day';
export type { DayToMatch } from './match-day';
export { actionsFor, bookingOf, RECONCILIATION_ACTIONS, safeInBulk } from './resolve-item';
export type { ItemBooking, ReconciliationAction } from './resolve-item';
