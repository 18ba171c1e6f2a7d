export { ApprovalQueries } from './approvals.queries';
export { ApprovalsModule } from './approvals.module';
export { ApprovalDto, PersonDto } from './dto/approval.dto';
export { Approval } from './entities/approval.entity';
export { RequestApproval, type ApprovalRequest } from './request-approval.service';
