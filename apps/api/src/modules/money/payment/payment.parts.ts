import type { ModuleParts } from '../../../platform/manifest';
import { BankReference, BankReversal } from './entities/bank-reference.entity';
import { CustomerCredit, OpenCase } from './entities/customer-credit.entity';
import { PaymentAllocation } from './entities/payment-allocation.entity';
import { Payment } from './entities/payment.entity';
import { Receipt, ReceiptPrint, ReceiptSeries } from './entities/receipt.entity';
import { PaymentModule } from './payment.module';
import { COLLECTOR_LAWS } from './laws/collector.laws';
import { LEDGER_LAWS } from './laws/ledger.laws';
import { PAYMENT_LAWS } from './laws/payment.laws';
import { RECEIPT_LAWS } from './laws/receipt.laws';
import { paymentManifest } from './payment.manifest';

export const payment: ModuleParts = {
  manifest: paymentManifest,
  module: PaymentModule,
  entities: [
    BankReference,
    BankReversal,
    CustomerCredit,
    OpenCase,
    Payment,
    PaymentAllocation,
    Receipt,
    ReceiptPrint,
    ReceiptSeries,
  ],
  laws: [...COLLECTOR_LAWS, ...LEDGER_LAWS, ...PAYMENT_LAWS, ...RECEIPT_LAWS],
};
