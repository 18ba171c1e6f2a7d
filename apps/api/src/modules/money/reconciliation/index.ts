export { reconciliation } from './reconciliation.parts';
