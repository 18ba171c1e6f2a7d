import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { BillingModule } from '../../water/billing';
import { PenaltyModule } from '../../water/penalty';
import { EndPlan } from './end-plan.service';
import { FollowCorrections } from './follow-corrections';
import { InstalmentPlansController } from './instalment-plans.controller';
import { InstalmentPlanQueries } from './instalment-plan.queries';
import { PlanInstalments } from './plan-instalments.service';
import { PrintAgreement } from './print-agreement.service';

@Module({
  imports: [ApprovalsModule, BillingModule, PenaltyModule],
  controllers: [InstalmentPlansController],
  providers: [PlanInstalments, EndPlan, FollowCorrections, InstalmentPlanQueries, PrintAgreement],
})
export class InstalmentModule {}
