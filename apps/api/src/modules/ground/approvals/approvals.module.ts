import { Module } from '@nestjs/common';
import { ApprovalsController } from './approvals.controller';
import { ApprovalQueries } from './approvals.queries';
import { DecisionChecks } from './decision-checks';
import { DecideApproval } from './decide-approval.service';
import { FollowUps } from './follow-ups';
import { RequestApproval } from './request-approval.service';
import { WithdrawApproval } from './withdraw-approval.service';

@Module({
  controllers: [ApprovalsController],
  providers: [ApprovalQueries, DecisionChecks, DecideApproval, FollowUps, RequestApproval, WithdrawApproval],
  exports: [ApprovalQueries, DecisionChecks, FollowUps, RequestApproval],
})
export class ApprovalsModule {}
