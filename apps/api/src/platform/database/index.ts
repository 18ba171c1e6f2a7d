export { Database, type PoolName } from './database';
export { DatabaseModule } from './database.module';
export {
  CommitOutcomeUnknown,
  DatabaseUnavailable,
  isFaultOfRow,
  isUnavailable,
  SQLSTATE,
  sqlState,
  violatedConstraint,
} from './errors';
export { Tx, type Planning } from './tx';
export { Orm, OrmModule } from './orm';
export { storableText } from './storable-text';
export { WriteBehind } from './write-behind';
