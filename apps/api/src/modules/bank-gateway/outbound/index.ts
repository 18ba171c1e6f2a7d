export { OutboundModule } from './outbound.module';
export type {
  BankAdapter,
  BankOutcome,
  BankPayment,
  DayFile,
  NotDone,
  ReportedVaPayment,
} from './bank-adapter';
export { BankAdapters } from './bank-adapters.service';
export { Breakers } from './breakers';
export { checkBankAddress, pinAddress } from './bank-address';
export { AnswerLost, callPinned, type HttpAnswer, NotSent } from './https-call';
export { OutboundCallLog, type DoubtfulCall } from './outbound-call-log';
export { OutboundDirectory, type OutboundSettings } from './outbound-directory';
export { SnapTransport } from './snap-transport';
export { outbound } from './outbound.parts';
export type { OutboundCall } from './entities/bank-outbound.entity';
