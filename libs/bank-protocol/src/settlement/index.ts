export { readSettlement } from './read-settlement';
export type { ReadSettlementOptions, TakeLines } from './read-settlement';
export type { SettlementAnswer } from './column-evidence';
export type { OpenBytes } from './encoding';
export { camt053Text } from './write/camt053-text';
export { channelCode } from './write/channel-code';
export { mt940Text } from './write/mt940-text';
export { sultraCsv } from './write/sultra-csv';
export type { BankDay, SettlementRow } from './write/bank-day';
