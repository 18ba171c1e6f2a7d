export { BILL_TITLE } from './bill-title';
export { BillCharge } from './charges/bill-charge.service';
export { ChargeCatalogue } from './charges/charge-catalogue.service';
export { type ChargeToReturn, ReturnCharge } from './charges/return-charge.service';
export { BillReader } from './bill-reader';
export type { BillRunScope } from './bill-run-scope';
export { BillingModule } from './billing.module';
export { BillRunWorker } from './bill-run.worker';
export { type BillToCorrect, CorrectBills, type PlannedCorrection } from './correct-bills.service';
export { DraftBills } from './draft-bills.service';
export { DraftUnbilled } from './draft-unbilled.service';
export {
  BillDetailDto,
  type BillLineDto,
  BillPageDto,
  type BillPaymentDto,
  type BillDto,
  type PenaltyEntryDto,
} from './dto/bill.dto';
export { BillNumbersField } from './dto/bill-numbers.field';
export type { BillSumDto } from './dto/bill-run.dto';
export type { CorrectionNote } from './entities/correction-note.entity';
export { HoldPenalty } from './hold-penalty.service';
export { InstalmentBills, type PlanParties, type ShareToBill } from './instalment-bills.service';
export { IssueBills } from './issue-bills.service';
export { OpeningBills } from './opening-bills.service';
export { billing } from './billing.parts';
export { CARRIED_PENALTY } from './penalty-free';
export {
  CorrectOpening,
  OPENING_STANDS,
  type OpeningOwed,
  type RightBalance,
} from './correct-opening.service';
