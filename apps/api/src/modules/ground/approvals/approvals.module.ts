import { Module } from '@nestjs/common';
import { ApprovalsController } from './approvals.controller';
import { ApprovalQueries } from './approvals.queries';
import { DecideApproval } from './decide-approval.service';
import { RequestApproval } from './request-approval.service';
import { WithdrawApproval } from './withdraw-approval.service';

@Module({
  controllers: [ApprovalsController],
  providers: [ApprovalQueries, DecideApproval, RequestApproval, WithdrawApproval],
  exports: [ApprovalQueries, RequestApproval],
})
export class ApprovalsModule {}
