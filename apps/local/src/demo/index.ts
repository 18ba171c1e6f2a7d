export { DemoBanksLink } from './demo-banks-link';
export { liveDay } from './live-day';
export { loadDemo } from './load/load-demo';
export { putBack } from './load/set-aside';
