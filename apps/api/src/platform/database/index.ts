export { Database, type PoolName } from './database';
export { DatabaseModule } from './database.module';
export {
  CommitOutcomeUnknown,
  CommitUnconfirmed,
  DatabaseUnavailable,
  isFaultOfRow,
  isTimedOut,
  isUnavailable,
  mayBeReadBack,
  SQLSTATE,
  sqlState,
  violatedConstraint,
} from './errors';
export { Tx, type Planning } from './tx';
export { OrmModule } from './orm';
export type { RowOf } from './row-of';
export { storableText } from './storable-text';
export { WriteBehind } from './write-behind';
