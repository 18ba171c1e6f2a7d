export { AblePeople } from './able-people';
export { ApprovalsModule } from './approvals.module';
export { approveAtConsole, lockWaitingRequest } from './approve-at-console';
export { DecideApproval } from './decide-approval.service';
export { DecisionChecks, type RequestToCheck } from './decision-checks';
export { PersonDto } from './dto/approval.dto';
export { RequestApproval } from './request-approval.service';
export { approvals } from './approvals.parts';
