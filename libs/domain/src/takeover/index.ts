export { readArrearsRow, type ArrearsRow } from './arrears-row';
export { readCustomerRow, type CustomerRow, type RowReading } from './customer-row';
export { openingLines, type OpeningLine } from './opening-bill';
export {
  columnsOf,
  missingColumns,
  TAKEOVER_COLUMNS,
  TAKEOVER_KINDS,
  type TakeoverKind,
} from './takeover-field';
export { TAKEOVER_FINDINGS, type TakeoverFinding, type TakeoverFindingCode } from './takeover-finding';
