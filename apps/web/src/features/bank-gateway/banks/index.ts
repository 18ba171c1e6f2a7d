export { BankFrame } from './components/bank-frame';
export { BankKeysPage } from './components/bank-keys-page';
export { BankOverviewPage } from './components/bank-overview-page';
export { BankSettingsPage } from './components/bank-settings-page';
export { BanksPage } from './components/banks-page';
