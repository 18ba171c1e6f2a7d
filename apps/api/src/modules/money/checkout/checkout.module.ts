import { Global, Module } from '@nestjs/common';
import { OutboundModule } from '../../bank-gateway/outbound';
import { RegistryModule } from '../../bank-gateway/registry';
import { MeantCheckouts, PaymentModule } from '../payment';
import { CheckOut } from './guide-checkout.service';
import { CheckoutsByBank } from './checkouts-by-bank.queries';
import { CheckoutLife } from './checkout-life';
import { IntentBank } from './checkout-bank.service';
import { IntentQuota } from './checkout-quota';
import { KeepCalls } from './keep-calls.service';
import { KeepIntents } from './keep-checkouts.service';
import { OpenIntent } from './open-checkout.service';
import { PublicTokens } from './public-token';
import { WatchIntents } from './watch-checkouts.service';
import { ApplyNotification } from './webhook/apply-notification.service';
import { ApplyReversal } from './webhook/apply-reversal.service';
import { FindTarget } from './webhook/find-target.service';
import { WebhookInbox } from './webhook/webhook-inbox';
import { WebhookWorker } from './webhook/webhook-worker';

/** Global, because it answers what payments ask: what a bank's money was meant for. */
@Global()
@Module({
  imports: [OutboundModule, RegistryModule, PaymentModule],
  providers: [
    CheckoutLife,
    OpenIntent,
    IntentQuota,
    IntentBank,
    KeepIntents,
    KeepCalls,
    CheckOut,
    WatchIntents,
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
    CheckOut,
    CheckoutLife,
    IntentQuota,
    MeantCheckouts,
    PublicTokens,
    WatchIntents,
    WebhookInbox,
    WebhookWorker,
  ],
})
export class CheckoutModule {}
