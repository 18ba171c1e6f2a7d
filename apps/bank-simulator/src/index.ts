export { startBankSimulator } from './server';
export type { BankSimulatorOptions, RunningBankSimulator } from './server';
export { bankKeys } from './bank-keys';
export type { BankKeys } from './bank-keys';
export { PDAM_PARTNER } from './snap-host/partner';
