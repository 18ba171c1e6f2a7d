export { BankGatewayModule } from './bank-gateway.module';
export { BankDirectory, type BankProfile } from './bank-directory';
export { CallsAsBank } from './call-as-bank.service';
export { inCutoff } from './cutoff';
export { NativeChannel } from './native-channel';
export { RefusalCount } from './refusal-count';
export { SnapAnswers } from './snap/snap-answers';
export { SnapChannel, type SnapCall } from './snap/snap-channel';
export { SnapPartnerDirectory, type SnapPartner } from './snap/snap-partner-directory';
export { SnapRefusal } from './snap/snap-refusal';
export { SNAP_TOKEN_SECONDS, SnapTokens } from './snap/snap-tokens';
export { BankAdapters } from './outbound/bank-adapters.service';
export type { BankAdapter, BankOutcome, BankPayment } from './outbound/bank-adapter';
export { checkBankAddress, type BankAddressProblem } from './outbound/bank-address';
export { OutboundDirectory, type IntentMethod, type OutboundSettings } from './outbound/outbound-directory';
export { OutboundCallLog } from './outbound/outbound-call-log';
export { READING_SERVICES } from './outbound/snap-services';
export { RefusalWitness } from './console/certification/refusal-witness';
export { CertificationRefusal, CertificationRun } from './console/entities/certification.entity';
export {
  Bank,
  INSTRUCTION_CHANNELS,
  type BankInstructions,
  type InstructionChannel,
} from './entities/bank.entity';
export { BankApiKey } from './entities/bank-api-key.entity';
export { SnapExternalId, SnapPartnerRow } from './entities/snap-partner.entity';
export { PaymentTransaction } from './entities/payment-transaction.entity';
export { BankOutboundRow, OutboundCall } from './entities/bank-outbound.entity';
