export { BankDoorsModule } from './bank-doors.module';
