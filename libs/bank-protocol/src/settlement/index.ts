export { readSettlement } from './read-settlement';
export type { ReadSettlementOptions, TakeLines } from './read-settlement';
export type { SettlementAnswer } from './column-evidence';
export type { OpenBytes } from './encoding';
