export { BillRunPage } from './components/bill-run-page';
export { BillRunsPage } from './components/bill-runs-page';
export { NewBillRunPage } from './components/new-bill-run-page';
