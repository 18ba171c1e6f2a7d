export { sendCsv, type CsvColumn } from './csv-export';
export {
  listAll,
  listPage,
  type FixedCondition,
  type ListDefinition,
  type ListFilter,
  type ListParameters,
  type PageOf,
} from './list-query';
