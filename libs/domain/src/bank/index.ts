export {
  BREAKER_STATES,
  BANK_ENVIRONMENTS,
  BANK_PROTOCOLS,
  CREDENTIAL_STATES,
  SNAP_MODES,
} from './bank-words';
export type {
  BankEnvironment,
  BankProtocol,
  BreakerState,
  CredentialState,
  SigningCollector,
  SnapMode,
} from './bank-words';
