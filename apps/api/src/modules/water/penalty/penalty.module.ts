import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { LedgerModule } from '../../ground/ledger';
import { AccruePenalties } from './accrue-penalties.service';
import { AssessPenalties } from './assess-penalties.worker';
import { AssessmentRuns } from './assessment-runs';
import { PenaltyExcesses } from './excess.service';
import { PenaltiesController } from './penalties.controller';
import { PenaltyPoliciesController } from './penalty-policies.controller';
import { PenaltyQueries } from './penalty.queries';
import { PolicyBook } from './policy-book';
import { PolicyEffect } from './policy-effect.service';
import { ProposePolicy } from './propose-policy.service';
import { RequestAssessment } from './request-assessment.service';
import { SettlePolicy } from './settle-policy.service';
import { KeepPromises } from './waiver/keep-promises.service';
import { WaiveInPlan } from './waiver/waive-in-plan.service';
import { ProposeWaiver } from './waiver/propose-waiver.service';
import { SettleWaiver } from './waiver/settle-waiver.service';
import { SimulateWaiver } from './waiver/simulate-waiver.service';
import { WaiverQueries } from './waiver/waiver.queries';
import { WaiversController } from './waiver/waivers.controller';

@Module({
  imports: [ApprovalsModule, LedgerModule],
  controllers: [PenaltyPoliciesController, PenaltiesController, WaiversController],
  providers: [
    PolicyBook,
    AccruePenalties,
    AssessmentRuns,
    AssessPenalties,
    RequestAssessment,
    PolicyEffect,
    ProposePolicy,
    SettlePolicy,
    PenaltyQueries,
    SimulateWaiver,
    ProposeWaiver,
    SettleWaiver,
    WaiverQueries,
    KeepPromises,
    WaiveInPlan,
    PenaltyExcesses,
  ],
  exports: [PolicyBook, AccruePenalties, AssessPenalties, KeepPromises, WaiveInPlan, PenaltyExcesses],
})
export class PenaltyModule {}
