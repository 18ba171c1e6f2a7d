export { fillSandboxHistory } from './bank-history';
export { fillSandboxStatements } from './statement-history';
export { DemoBanksLink } from './demo-banks-link';
export { liveDay } from './live-day';
export { loadDemo } from './load/load-demo';
export { fillSandboxDeposit } from './supplier-deposit';
export { putBack } from './load/set-aside';
