import { Global, Module } from '@nestjs/common';
import { OutboundModule } from '../../bank-gateway/outbound';
import { RegistryModule } from '../../bank-gateway/registry';
import { MeantCheckouts, PaymentModule } from '../payment';
import { GuideCheckout } from './guide-checkout.service';
import { CheckoutsByBank } from './checkouts-by-bank.queries';
import { CheckoutLife } from './checkout-life';
import { CheckoutBank } from './checkout-bank.service';
import { CheckoutQuota } from './checkout-quota';
import { EndCheckouts } from './end-checkouts.service';
import { KeepCalls } from './keep-calls.service';
import { KeepCheckouts } from './keep-checkouts.service';
import { OpenCheckout } from './open-checkout.service';
import { PublicTokens } from './public-token';
import { StaffCheckoutsController } from './staff-checkouts.controller';
import { StaffCheckouts } from './staff-checkouts.service';
import { WatchCheckouts } from './watch-checkouts.service';
import { ApplyNotification } from './webhook/apply-notification.service';
import { ApplyReversal } from './webhook/apply-reversal.service';
import { FindTarget } from './webhook/find-target.service';
import { WebhookInbox } from './webhook/webhook-inbox';
import { WebhookWorker } from './webhook/webhook-worker';

/** Global, because it answers what payments ask: what a bank's money was meant for. */
@Global()
@Module({
  imports: [OutboundModule, RegistryModule, PaymentModule],
  controllers: [StaffCheckoutsController],
  providers: [
    StaffCheckouts,
    CheckoutLife,
    OpenCheckout,
    CheckoutQuota,
    CheckoutBank,
    KeepCheckouts,
    EndCheckouts,
    KeepCalls,
    GuideCheckout,
    WatchCheckouts,
    WebhookInbox,
    FindTarget,
    ApplyReversal,
    ApplyNotification,
    WebhookWorker,
    PublicTokens,
    { provide: MeantCheckouts, useClass: CheckoutsByBank },
  ],
  exports: [
    ApplyNotification,
    GuideCheckout,
    CheckoutLife,
    CheckoutQuota,
    MeantCheckouts,
    PublicTokens,
    WatchCheckouts,
    WebhookInbox,
    WebhookWorker,
  ],
})
export class CheckoutModule {}
