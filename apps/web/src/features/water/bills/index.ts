export { BillPage } from './components/bill-page';
export { BillsPage } from './components/bills-page';
