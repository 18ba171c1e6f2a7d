export { openTable, TABLE_FORMATS, TableRefusal } from './table-file';
export type { TableDetection, TableFile, TableRefusalCode } from './table-file';
