export { AblePeople } from './able-people';
export { ApprovalsModule } from './approvals.module';
export { PersonDto } from './dto/approval.dto';
export { RequestApproval } from './request-approval.service';
export { approvals } from './approvals.parts';
