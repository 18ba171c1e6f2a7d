export { sendCsv, type CsvColumn } from './csv-export';
export type {
  FixedCondition,
  ListDefinition,
  ListFilter,
  ListParameters,
  ListSearch,
} from './list-definition';
export { ApiCsvExport, ApiListQuery, PageResponse } from './list-documentation';
export { listAll, listPage, type PageOf } from './list-query';
