export { startBankSimulator } from './server';
export type { BankSimulatorOptions, RunningBankSimulator } from './server';
