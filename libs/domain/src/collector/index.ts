export { CLEARING_ACCOUNT, feeBooked } from './collector';
export type { CollectorKind, TakingCollector } from './collector';
