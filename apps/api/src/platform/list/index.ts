export { coded, column, fraction, identifier, onScreen, yesNo, type CsvColumn } from './csv-columns';
export { dayFilters } from './day-filters';
export { ExportDesk } from './export-desk';
export { exportPieces } from './export-pieces';
export { expectedRows, placeOrder, standingOrder, type ExportOrder } from './export-order';
export type {
  FixedCondition,
  ListDefinition,
  ListParameters,
  ListSearch,
  ListShape,
} from './list-definition';
export { ApiExport, ApiListQuery, PageDto } from './list-documentation';
export { listAll, listPage, type PageOf } from './list-query';
export { ReportDesk, reportDeskOf } from './report-desk';
export { sendExport } from './send-export';
export { sendSheet } from './send-sheet';
