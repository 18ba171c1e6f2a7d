import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ground/ledger';
import { AccruePenalties } from './accrue-penalties.service';
import { AssessPenalties } from './assess-penalties.worker';
import { AssessmentRuns } from './assessment-runs';
import { ChangePenaltyPolicy } from './change-penalty-policy.service';
import { PenaltiesController } from './penalties.controller';
import { PenaltyPoliciesController } from './penalty-policies.controller';
import { PenaltyQueries } from './penalty.queries';
import { PolicyBook } from './policy-book';
import { RequestAssessment } from './request-assessment.service';

@Module({
  imports: [LedgerModule],
  controllers: [PenaltyPoliciesController, PenaltiesController],
  providers: [
    PolicyBook,
    AccruePenalties,
    AssessmentRuns,
    AssessPenalties,
    RequestAssessment,
    ChangePenaltyPolicy,
    PenaltyQueries,
  ],
  exports: [PolicyBook, AccruePenalties, AssessPenalties],
})
export class PenaltyModule {}
