export { loadDemo } from './load/load-demo';
export { DEMO_BANKS } from './plan/demo-banks';
export { DEMO_PASSWORD, DEMO_STAFF } from './plan/demo-staff';
