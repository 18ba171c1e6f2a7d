export { BANK_ENVIRONMENTS, BANK_PROTOCOLS, CREDENTIAL_STATES, SNAP_MODES } from './bank-words';
export type {
  BankEnvironment,
  BankProtocol,
  CredentialState,
  SigningCollector,
  SnapMode,
} from './bank-words';
