export { BankGatewayModule } from './bank-gateway.module';
export { BankDirectory, type BankProfile } from './bank-directory';
export { BankCallLog } from './bank-call-log';
export { NativeChannel } from './native-channel';
export { Bank, type BankInstructions } from './entities/bank.entity';
export { BankApiKey } from './entities/bank-api-key.entity';
export { PaymentTransaction } from './entities/payment-transaction.entity';
