export { feeBooked } from './collector';
export type { CollectorKind, TakingCollector } from './collector';
