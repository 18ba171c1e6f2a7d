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
export { endBefore, standingEnd } from './statement-end';
export type { StatementEnd } from './statement-end';
export {
  CALL_FINDINGS,
  differenceOf,
  ITEM_TYPES,
  journalOf,
  MATCH_BASES,
  movementOf,
} from './reconciled-item';
export type {
  BankEntry,
  CallFinding,
  ChannelCall,
  ItemType,
  MatchBasis,
  OurEntry,
  ReconciledItem,
} from './reconciled-item';
export { matchDay } from './match-day';
export type { DayToMatch } from './match-day';
export { settledKey } from './settled-key';
export { actionsFor, awaitsItsEnd, SAFE_IN_BULK, safeInBulk } from './item-actions';
export { actionName, actionWord, itemTypeWord } from './item-names';
export { RECONCILIATION_ACTIONS } from './reconciliation-action';
export type { ItemSides, ReconciliationAction } from './reconciliation-action';
export { bookingOf, leavesNothingPosted } from './resolve-item';
export type { ItemBooking } from './resolve-item';
export { matchStatement, STATEMENT_KINDS, STATEMENTS, withoutGivenBack } from './statement';
export type { AccountMovement, StatementKind } from './statement';
export {
  amountIn,
  bareAmount,
  decidedAmounts,
  isScientific,
  NO_AMOUNT_EVIDENCE,
  withAmountCell,
} from './amount-reading';
export type { AmountEvidence, BareAmount } from './amount-reading';
export { decidedDates, NO_DATE_EVIDENCE, withDateCell, writtenMoment, writtenTime } from './date-reading';
export type { DateEvidence, DatePeriod, WrittenMoment } from './date-reading';
export { batchNarrated, narrated, tellsOfFee, tellsOfOwnBusiness, tellsOfReversal } from './narrative';
export type { BatchNarrated, Narrated } from './narrative';
export { CAMT053_MAPPING, MT940_MAPPING, TABLE_MAPPINGS } from './built-in-mappings';
export {
  DELIMITERS,
  EMPTY_MAPPING,
  MAPPING_FORMATS,
  MAPPING_PROBLEMS,
  mappingProblems,
  SETTLEMENT_FIELDS,
} from './settlement-mapping';
export type {
  Delimiter,
  MappingFormat,
  MappingProblem,
  MappingProblemCode,
  SettlementColumn,
  SettlementField,
  SettlementMapping,
  SettlementTrailer,
} from './settlement-mapping';
export { FILE_SOURCES, type FileSource } from './file-source';
