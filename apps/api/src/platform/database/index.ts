export { Database, parseInt8, type PoolName } from './database';
export { DatabaseModule } from './database.module';
export {
  CommitOutcomeUnknown,
  DatabaseUnavailable,
  isUnavailable,
  SQLSTATE,
  sqlState,
  violatedConstraint,
} from './errors';
export { Tx } from './tx';
export { Orm, OrmModule, SnakeNaming } from './orm';
