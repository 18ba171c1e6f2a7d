export { PaymentModule } from './payment.module';
export {
  PostPayment,
  type PaidAt,
  type PaymentCommand,
  type PostedPayment,
} from './posting/post-payment.service';
export { InquireBills, type Inquiry } from './inquiry/inquire-bills.service';
export { ReversePayment } from './reversal/reverse-payment.service';
export { BankReference, BankReversal } from './entities/bank-reference.entity';
export { CustomerCredit, OpenCase } from './entities/customer-credit.entity';
export { Payment } from './entities/payment.entity';
export { PaymentAllocation } from './entities/payment-allocation.entity';
export { Receipt, ReceiptSeries } from './entities/receipt.entity';
