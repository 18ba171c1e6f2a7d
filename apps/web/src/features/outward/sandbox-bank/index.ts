export { SandboxBankPage } from './components/sandbox-bank-page';
