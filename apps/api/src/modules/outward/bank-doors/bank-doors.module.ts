import { Module } from '@nestjs/common';
import { RegistryModule } from '../../bank-gateway/registry';
import { BankSecurityModule } from '../../bank-gateway/security';
import { CheckoutModule } from '../../money/checkout';
import { PaymentModule } from '../../money/payment';
import { MoneyGate } from './money-gate';
import { BankPaymentController } from './native/bank-payment.controller';
import { BankPayments } from './native/bank-payments.service';
import { ReceiptPresenter } from './native/receipt-presenter.service';
import { IssueSnapToken } from './snap/issue-token.service';
import { FindPayableBills } from './snap/payable-bills.service';
import { QrNotifications } from './snap/qr-notification.service';
import { SnapInbox } from './snap/snap-inbox';
import { SnapVaController } from './snap/snap-va.controller';
import { SnapController } from './snap/snap.controller';
import { VaInquiries } from './snap/va-inquiry.service';
import { VaPayments } from './snap/va-payment.service';
import { VaStatuses } from './snap/va-status.service';
import { VirtualAccountQueries } from './snap/virtual-accounts.queries';
import {
  PaymentNotificationController,
  VersionedNotificationController,
} from './webhook/payment-notification.controller';
import { SendTestNotification } from './webhook/send-test-notification.service';
import { WebhookInboxController } from './webhook/webhook-inbox.controller';
import { WebhookMessages } from './webhook/webhook-message.queries';

@Module({
  imports: [RegistryModule, BankSecurityModule, CheckoutModule, PaymentModule],
  controllers: [
    BankPaymentController,
    PaymentNotificationController,
    VersionedNotificationController,
    WebhookInboxController,
    SnapController,
    SnapVaController,
  ],
  providers: [
    MoneyGate,
    WebhookMessages,
    SendTestNotification,
    BankPayments,
    ReceiptPresenter,
    VirtualAccountQueries,
    FindPayableBills,
    IssueSnapToken,
    VaInquiries,
    VaPayments,
    VaStatuses,
    SnapInbox,
    QrNotifications,
  ],
})
export class BankDoorsModule {}
