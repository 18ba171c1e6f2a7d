export {
  closeForCertification,
  nameOfBankAsSeen,
  openForCertification,
  openForRealMoney,
  takeBankVersion,
} from './bank-row';
export {
  type BankCredential,
  BankDirectory,
  type BankProfile,
  type Caller,
  type KnownCallers,
} from './bank-directory';
export { inCutoff } from './cutoff';
export { unlessDamaged } from './damaged-credential';
export { ApprovalRequestedDto } from './dto/bank.dto';
export { Bank, type BankInstructions } from './entities/bank.entity';
export { FreshCopy } from './fresh-copy';
export { markCredentialsUsed } from './mark-used';
export { RegistryModule } from './registry.module';
export { registry } from './registry.parts';
