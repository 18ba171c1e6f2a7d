export { column, identifier, yesNo, type CsvColumn } from './csv-columns';
export { sendCsv } from './csv-export';
export { ExportDesk } from './export-desk';
export type {
  FixedCondition,
  ListDefinition,
  ListFilter,
  ListParameters,
  ListSearch,
} from './list-definition';
export { ApiCsvExport, ApiListQuery, PageResponse } from './list-documentation';
export { listAll, listPage, type PageOf } from './list-query';
