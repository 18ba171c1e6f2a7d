export { BillRunWorker } from './bill-run.worker';
export { BillingModule } from './billing.module';
export { DraftBills } from './draft-bills.service';
export { StoredBillLine } from './entities/bill-line.entity';
export { Bill } from './entities/bill.entity';
export { IssueRun } from './entities/issue-run.entity';
export { IssueBills } from './issue-bills.service';
