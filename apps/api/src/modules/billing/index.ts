export { BillingModule } from './billing.module';
export { DraftBills } from './draft-bills.service';
export { IssueBills, type IssuedBills } from './issue-bills.service';
export { BillRunWorker } from './bill-run.worker';
export { Bill } from './entities/bill.entity';
export { StoredBillLine } from './entities/bill-line.entity';
export { IssueRun } from './entities/issue-run.entity';
