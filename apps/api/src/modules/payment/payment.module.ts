import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals';
import { BankGatewayModule } from '../bank-gateway';
import { CountersModule } from '../counters';
import { LedgerModule } from '../ledger';
import { PenaltyModule } from '../penalty';
import { BankPaymentController } from './bank-api/bank-payment.controller';
import { BankPayments } from './bank-api/bank-payments.service';
import { PaymentLookup } from './bank-api/payment-lookup.service';
import { ReceiptPresenter } from './bank-api/receipt-presenter.service';
import { ApplyCredit } from './cases/apply-credit.service';
import { CaseQueries } from './cases/case.queries';
import { CasesController } from './cases/cases.controller';
import { ResolveCase } from './cases/resolve-case.service';
import { HistoryLimits } from './history/history-limits';
import { HistoryTokens } from './history/history-token';
import { HistoryQueries } from './history/history.queries';
import { OpenHistory } from './history/open-history.service';
import { PublicHistoryController } from './history/public-history.controller';
import { CheckOut } from './intents/check-out.service';
import { IntentBank } from './intents/intent-bank.service';
import { IntentQuota } from './intents/intent-quota';
import { KeepCalls } from './intents/keep-calls.service';
import { KeepIntents } from './intents/keep-intents.service';
import { OpenIntent } from './intents/open-intent.service';
import { PublicCheckouts } from './intents/public-checkouts.service';
import { PublicIntentsController } from './intents/public-intents.controller';
import { WatchIntents } from './intents/watch-intents.service';
import { InquireBills } from './inquiry/inquire-bills.service';
import { InquiryTokens } from './inquiry/inquiry-token';
import { Penalties } from './posting/penalties';
import { PostHistory } from './posting/post-history.service';
import { PostPayment } from './posting/post-payment.service';
import { PublicBills } from './public/public-bills.queries';
import { PublicCounters } from './public/public-counters.service';
import { PublicLimits } from './public/public-limits';
import { PublicMethods } from './public/public-methods.service';
import { PublicReceiptsController } from './public/public-receipts.controller';
import { PublicController } from './public/public.controller';
import { PublicTokens } from './public/public-token';
import { HoldMoney } from './receiving/hold-money.service';
import { PlanMoney } from './receiving/plan-money.service';
import { ReceiveMoney } from './receiving/receive-money.service';
import { PrintReceipt } from './receipts/print-receipt.service';
import { ReceiptFiles } from './receipts/receipt-files.service';
import { ReceiptQueries } from './receipts/receipt.queries';
import { RequestReversal } from './reversal/request-reversal.service';
import { ReversePayment } from './reversal/reverse-payment.service';
import { IssueSnapToken } from './snap/issue-token.service';
import { FindPayableBills } from './snap/payable-bills.service';
import { QrNotifications } from './snap/qr-notification.service';
import { SnapVaController } from './snap/snap-va.controller';
import { SnapController } from './snap/snap.controller';
import { SnapInbox } from './snap/snap-inbox';
import { VaInquiries } from './snap/va-inquiry.service';
import { VaPayments } from './snap/va-payment.service';
import { VaStatuses } from './snap/va-status.service';
import { VirtualAccountQueries } from './snap/virtual-accounts.queries';
import { ApplyNotification } from './webhook/apply-notification.service';
import { ApplyReversal } from './webhook/apply-reversal.service';
import { FindTarget } from './webhook/find-target.service';
import {
  PaymentNotificationController,
  VersionedNotificationController,
} from './webhook/payment-notification.controller';
import { SendTestNotification } from './webhook/send-test-notification.service';
import { WebhookInbox } from './webhook/webhook-inbox';
import { WebhookInboxController } from './webhook/webhook-inbox.controller';
import { WebhookMessages } from './webhook/webhook-message.queries';
import { WebhookWorker } from './webhook/webhook-worker';
import { PaymentQueries } from './staff/payment.queries';
import { PaymentReceiptsController } from './staff/payment-receipts.controller';
import { PaymentsController } from './staff/payments.controller';

@Module({
  imports: [ApprovalsModule, BankGatewayModule, CountersModule, LedgerModule, PenaltyModule],
  controllers: [
    BankPaymentController,
    PaymentsController,
    PaymentReceiptsController,
    PublicController,
    PublicReceiptsController,
    PublicHistoryController,
    PublicIntentsController,
    PaymentNotificationController,
    VersionedNotificationController,
    WebhookInboxController,
    CasesController,
    SnapController,
    SnapVaController,
  ],
  providers: [
    InquiryTokens,
    InquireBills,
    Penalties,
    PostPayment,
    PostHistory,
    PlanMoney,
    HoldMoney,
    ReceiveMoney,
    OpenIntent,
    IntentQuota,
    IntentBank,
    KeepIntents,
    KeepCalls,
    CheckOut,
    PublicCheckouts,
    WatchIntents,
    WebhookInbox,
    WebhookMessages,
    FindTarget,
    ApplyReversal,
    ApplyNotification,
    WebhookWorker,
    SendTestNotification,
    ApplyCredit,
    ResolveCase,
    CaseQueries,
    ReversePayment,
    RequestReversal,
    BankPayments,
    PaymentLookup,
    ReceiptQueries,
    PrintReceipt,
    ReceiptFiles,
    ReceiptPresenter,
    PaymentQueries,
    PublicTokens,
    PublicBills,
    PublicCounters,
    PublicLimits,
    PublicMethods,
    HistoryTokens,
    HistoryLimits,
    HistoryQueries,
    OpenHistory,
    VirtualAccountQueries,
    FindPayableBills,
    IssueSnapToken,
    VaInquiries,
    VaPayments,
    VaStatuses,
    SnapInbox,
    QrNotifications,
  ],
  exports: [PostPayment, PostHistory, ReceiveMoney, InquireBills, ReversePayment],
})
export class PaymentModule {}
