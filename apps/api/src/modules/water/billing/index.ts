export { BillReader } from './bill-reader';
export { BillRunWorker } from './bill-run.worker';
export { DraftBills } from './draft-bills.service';
export {
  BILL_STATES,
  BillDetailResponse,
  type BillLineResponse,
  BillPage,
  type BillPaymentResponse,
  type BillResponse,
  type PenaltyEntryResponse,
} from './dto/bill.dto';
export { IssueBills } from './issue-bills.service';
export { billing } from './billing.parts';
