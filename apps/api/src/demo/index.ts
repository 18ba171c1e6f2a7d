export { loadDemo } from './load/load-demo';
