import type { ModuleParts } from '../../../platform/manifest';
import { CheckoutModule } from './checkout.module';
import { Checkout, QrisTransaction, VaTransaction } from './entities/checkout.entity';
import { WebhookMessage } from './entities/webhook-message.entity';
import { CHECKOUT_LAWS } from './checkout.laws';
import { checkoutManifest } from './checkout.manifest';
import { Intents0007 } from './schema/0007-intents';
import { StateGuards0037 } from './schema/0037-state-guards';
import { CheckoutOrders0046 } from './schema/0046-checkout-orders';
import { PaidInTime0182 } from './schema/0182-paid-in-time';
import { PaidByName0195 } from './schema/0195-paid-by-name';
import { CheckoutsByBankState0237 } from './schema/0237-checkouts-by-bank-state';
import { CheckoutsSideBySide0227 } from './schema/0227-checkouts-side-by-side';

export const checkout: ModuleParts = {
  manifest: checkoutManifest,
  module: CheckoutModule,
  entities: [Checkout, QrisTransaction, VaTransaction, WebhookMessage],
  schema: [
    Intents0007,
    StateGuards0037,
    CheckoutOrders0046,
    PaidInTime0182,
    PaidByName0195,
    CheckoutsSideBySide0227,
    CheckoutsByBankState0237,
  ],
  laws: [...CHECKOUT_LAWS],
};
