import { Module } from '@nestjs/common';
import { OutboundModule } from '../../bank-gateway/outbound';
import { RegistryModule } from '../../bank-gateway/registry';
import { PayPointsModule } from '../../ground/pay-points';
import { CheckoutModule } from '../../money/checkout';
import { DisputeModule } from '../../money/dispute';
import { PaymentModule } from '../../money/payment';
import { PublicCheckouts } from './checkout/public-checkouts.service';
import { PublicCheckoutsController } from './checkout/public-checkouts.controller';
import { PublicDisputesController } from './disputes/public-disputes.controller';
import { PublicDisputes } from './disputes/public-disputes.service';
import { AskedNumbers } from './guessing/asked-numbers';
import { ForgetNumbers } from './guessing/forget-numbers';
import { GuessAlarm } from './guessing/guess-alarm';
import { GuessWatch } from './guessing/guess-watch';
import { KnownNumbers } from './guessing/known-numbers';
import { NumberBudgets } from './guessing/number-budgets';
import { HistoryTokens } from './history/history-token';
import { HistoryQueries } from './history/history.queries';
import { OpenHistory } from './history/open-history.service';
import { PublicHistoryController } from './history/public-history.controller';
import { PlainPageController } from './plain/plain-page.controller';
import { PlainRefusals } from './plain/plain-refusals';
import { PublicBills } from './public-bills.queries';
import { PublicCounters } from './public-counters.service';
import { PublicLimits } from './public-limits';
import { PublicMethods } from './public-methods.service';
import { PublicReceiptsController } from './public-receipts.controller';
import { PublicController } from './public.controller';
import { AskQuestion } from './questions/ask-question.service';
import { QuestionLimits } from './questions/question-limits';
import { QuestionsController } from './questions/questions.controller';
import { DigitLimits } from './second-factor/digit-limits';
import { SecondFactor } from './second-factor/second-factor';

@Module({
  imports: [OutboundModule, RegistryModule, PayPointsModule, CheckoutModule, DisputeModule, PaymentModule],
  controllers: [
    PublicController,
    PublicReceiptsController,
    PublicHistoryController,
    PublicCheckoutsController,
    PublicDisputesController,
    PlainPageController,
    QuestionsController,
  ],
  providers: [
    PublicCheckouts,
    PublicBills,
    PublicDisputes,
    PublicCounters,
    PublicLimits,
    PublicMethods,
    HistoryTokens,
    HistoryQueries,
    OpenHistory,
    DigitLimits,
    SecondFactor,
    AskedNumbers,
    KnownNumbers,
    GuessAlarm,
    GuessWatch,
    NumberBudgets,
    ForgetNumbers,
    AskQuestion,
    QuestionLimits,
    PlainRefusals,
  ],
})
export class PublicSiteModule {}
