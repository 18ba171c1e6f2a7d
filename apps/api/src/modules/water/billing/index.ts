export { BillRunWorker } from './bill-run.worker';
export { DraftBills } from './draft-bills.service';
export { IssueBills } from './issue-bills.service';
export { billing } from './billing.parts';
