import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../ground/approvals';
import { CollectorsModule } from '../../ground/collectors';
import { LedgerModule } from '../../ground/ledger';
import { PenaltyModule } from '../../water/penalty';
import { AssignCase } from './credit/assign-case.service';
import { ApplyCredit } from './credit/apply-credit.service';
import { CasesController } from './credit/cases.controller';
import { CreditController } from './credit/credit.controller';
import { CreditQueries } from './credit/credit.queries';
import { CreditFromCorrection } from './credit/credit-from-correction.service';
import { PrintPayOut } from './credit/print-pay-out.service';
import { PayOut } from './credit/pay-out.service';
import { ResolveCase } from './credit/resolve-case.service';
import { UseCredit } from './credit/use-credit.service';
import { CustomerCredit } from './entities/customer-credit.entity';
import { InquireBills } from './inquiry/inquire-bills.service';
import { InquiryTokens } from './inquiry/inquiry-token';
import { ReadDebts } from './inquiry/read-debts.service';
import { PaymentLookup } from './posting/payment-lookup.service';
import { Penalties } from './posting/penalties';
import { PostAlone } from './posting/post-alone.service';
import { PostBasket } from './posting/post-basket.service';
import { PostHistory } from './posting/post-history.service';
import { PostPayment } from './posting/post-payment.service';
import { PostTogether } from './posting/post-together.service';
import { PrintReceipt } from './receipts/print-receipt.service';
import { ReceiptFiles } from './receipts/receipt-files.service';
import { ReceiptQueries } from './receipts/receipt.queries';
import { BookFoundMoney } from './receiving/book-found-money.service';
import { HoldMoney } from './receiving/hold-money.service';
import { PlanMoney } from './receiving/plan-money.service';
import { ReceiveMoney } from './receiving/receive-money.service';
import { ToldMoney } from './receiving/told-money.service';
import { RequestReversal } from './reversal/request-reversal.service';
import { ReversalRequestsController } from './reversal/reversal-requests.controller';
import { ReversePayment } from './reversal/reverse-payment.service';
import { PayStampDuty } from './stamp-duty/pay-stamp-duty.service';
import { StampDutyController } from './stamp-duty/stamp-duty.controller';
import { StampDuties } from './stamp-duty/stamp-duty.queries';
import { PaymentReceiptsController } from './receipts/payment-receipts.controller';

@Module({
  imports: [
    ApprovalsModule,
    CollectorsModule,
    LedgerModule,
    PenaltyModule,
    TypeOrmModule.forFeature([CustomerCredit]),
  ],
  controllers: [
    ReversalRequestsController,
    PaymentReceiptsController,
    CasesController,
    CreditController,
    StampDutyController,
  ],
  providers: [
    InquiryTokens,
    ReadDebts,
    InquireBills,
    Penalties,
    PostAlone,
    PostTogether,
    PostPayment,
    PostBasket,
    PostHistory,
    PlanMoney,
    HoldMoney,
    BookFoundMoney,
    ToldMoney,
    ReceiveMoney,
    ApplyCredit,
    UseCredit,
    CreditFromCorrection,
    PayOut,
    ResolveCase,
    AssignCase,
    PrintPayOut,
    CreditQueries,
    ReversePayment,
    RequestReversal,
    PaymentLookup,
    ReceiptQueries,
    PrintReceipt,
    ReceiptFiles,
    PayStampDuty,
    StampDuties,
  ],
  exports: [
    PostPayment,
    PostBasket,
    PostHistory,
    ReceiveMoney,
    BookFoundMoney,
    InquireBills,
    CreditQueries,
    CreditFromCorrection,
    ReversePayment,
    PaymentLookup,
    ReceiptQueries,
    PrintReceipt,
    ReceiptFiles,
  ],
})
export class PaymentModule {}
