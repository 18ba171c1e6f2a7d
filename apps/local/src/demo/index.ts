export { DemoBanksLink } from './demo-banks-link';
export { loadDemo } from './load/load-demo';
export { putBack } from './load/set-aside';
