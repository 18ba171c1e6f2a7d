export { DemoBanksLink } from './demo-banks-link';
export { loadDemo } from './load/load-demo';
