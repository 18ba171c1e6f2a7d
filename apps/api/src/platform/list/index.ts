export { sendCsv, type CsvColumn } from './csv-export';
export { ApiExportQuery, ApiListQuery, PageMetaResponse, PageResponse } from './list-documentation';
export {
  listAll,
  listPage,
  type FixedCondition,
  type ListDefinition,
  type ListFilter,
  type ListParameters,
  type ListSearch,
  type PageOf,
} from './list-query';
