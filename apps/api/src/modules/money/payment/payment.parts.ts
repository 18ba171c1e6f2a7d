import type { ModuleParts } from '../../../platform/manifest';
import { BankReference, BankReversal } from './entities/bank-reference.entity';
import { CustomerCredit } from './entities/customer-credit.entity';
import { PaymentAllocation } from './entities/payment-allocation.entity';
import { Payment } from './entities/payment.entity';
import { Receipt, ReceiptPrint, ReceiptSeries } from './entities/receipt.entity';
import { StampDutyPayment } from './entities/stamp-duty-payment.entity';
import { PaymentModule } from './payment.module';
import { COLLECTOR_LAWS } from './laws/collector.laws';
import { LEDGER_LAWS } from './laws/ledger.laws';
import { PAYMENT_LAWS } from './laws/payment.laws';
import { RECEIPT_LAWS } from './laws/receipt.laws';
import { STAMP_DUTY_LAWS } from './laws/stamp-duty.laws';
import { paymentManifest } from './payment.manifest';
import { Payments0006 } from './schema/0006-payments';
import { ReceiptPrints0008 } from './schema/0008-receipt-prints';
import { Collectors0015 } from './schema/0015-collectors';
import { ListOrders0021 } from './schema/0021-list-orders';
import { SearchForms0021 } from './schema/0021-search-forms';
import { StoredReferences0022 } from './schema/0022-stored-references';
import { PostingBatches0027 } from './schema/0027-posting-batches';
import { Partners0035 } from './schema/0035-partners';
import { ShiftOfAPayment0043 } from './schema/0043-shift-of-a-payment';
import { GrowingTables0050 } from './schema/0050-growing-tables';
import { CostOfARow0069 } from './schema/0069-cost-of-a-row';
import { ShortSearchForm0093 } from './schema/0093-short-search-form';
import { GrownLists0071 } from './schema/0071-grown-lists';
import { PaymentsOfPeople0171 } from './schema/0171-payments-of-people';
import { StampDutyPayments0224 } from './schema/0224-stamp-duty-payments';

export const payment: ModuleParts = {
  manifest: paymentManifest,
  module: PaymentModule,
  entities: [
    BankReference,
    BankReversal,
    CustomerCredit,
    Payment,
    PaymentAllocation,
    Receipt,
    ReceiptPrint,
    ReceiptSeries,
    StampDutyPayment,
  ],
  schema: [
    Payments0006,
    ReceiptPrints0008,
    Collectors0015,
    ListOrders0021,
    SearchForms0021,
    StoredReferences0022,
    PostingBatches0027,
    Partners0035,
    ShiftOfAPayment0043,
    GrowingTables0050,
    CostOfARow0069,
    ShortSearchForm0093,
    GrownLists0071,
    PaymentsOfPeople0171,
    StampDutyPayments0224,
  ],
  laws: [...COLLECTOR_LAWS, ...LEDGER_LAWS, ...PAYMENT_LAWS, ...RECEIPT_LAWS, ...STAMP_DUTY_LAWS],
};
