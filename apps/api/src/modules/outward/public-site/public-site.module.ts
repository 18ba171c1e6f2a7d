import { Module } from '@nestjs/common';
import { OutboundModule } from '../../bank-gateway/outbound';
import { RegistryModule } from '../../bank-gateway/registry';
import { PayPointsModule } from '../../ground/pay-points';
import { CheckoutModule } from '../../money/checkout';
import { PaymentModule } from '../../money/payment';
import { PublicCheckouts } from './checkout/public-checkouts.service';
import { PublicIntentsController } from './checkout/public-intents.controller';
import { HistoryLimits } from './history/history-limits';
import { HistoryTokens } from './history/history-token';
import { HistoryQueries } from './history/history.queries';
import { OpenHistory } from './history/open-history.service';
import { PublicHistoryController } from './history/public-history.controller';
import { PublicBills } from './public-bills.queries';
import { PublicCounters } from './public-counters.service';
import { PublicLimits } from './public-limits';
import { PublicMethods } from './public-methods.service';
import { PublicReceiptsController } from './public-receipts.controller';
import { PublicController } from './public.controller';

@Module({
  imports: [OutboundModule, RegistryModule, PayPointsModule, CheckoutModule, PaymentModule],
  controllers: [PublicController, PublicReceiptsController, PublicHistoryController, PublicIntentsController],
  providers: [
    PublicCheckouts,
    PublicBills,
    PublicCounters,
    PublicLimits,
    PublicMethods,
    HistoryTokens,
    HistoryLimits,
    HistoryQueries,
    OpenHistory,
  ],
})
export class PublicSiteModule {}
