import type { ModuleParts } from '../../../platform/manifest';
import { CheckoutModule } from './checkout.module';
import { PaymentIntent, QrisTransaction, VaTransaction } from './entities/payment-intent.entity';
import { WebhookMessage } from './entities/webhook-message.entity';
import { CHECKOUT_LAWS } from './checkout.laws';
import { checkoutManifest } from './checkout.manifest';

export const checkout: ModuleParts = {
  manifest: checkoutManifest,
  module: CheckoutModule,
  entities: [PaymentIntent, QrisTransaction, VaTransaction, WebhookMessage],
  laws: [...CHECKOUT_LAWS],
};
