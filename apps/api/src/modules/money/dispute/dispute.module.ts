import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { BillingModule } from '../../water/billing';
import { MeterReadingModule } from '../../water/meter-reading';
import { PenaltyModule } from '../../water/penalty';
import { AnswerDispute } from './answer-dispute.service';
import { BoundHolds } from './bound-holds.service';
import { DisputeQueries } from './dispute.queries';
import { DisputesController } from './disputes.controller';
import { EndDispute } from './end-dispute.service';
import { OpenDispute } from './open-dispute.service';

@Module({
  imports: [ApprovalsModule, BillingModule, MeterReadingModule, PenaltyModule],
  controllers: [DisputesController],
  providers: [OpenDispute, AnswerDispute, EndDispute, BoundHolds, DisputeQueries],
  exports: [OpenDispute, EndDispute, DisputeQueries],
})
export class DisputeModule {}
