export { BankCallsPage } from './components/bank-calls-page';
