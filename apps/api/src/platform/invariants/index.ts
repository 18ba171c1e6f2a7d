export { AUDIT_LAWS } from './audit-laws';
export { checkLaws, checkLawsAtOnce, checkLawsOn, type LawResult } from './check-laws';
export type { Law } from './law';
export { platformLaws } from './platform-laws';
