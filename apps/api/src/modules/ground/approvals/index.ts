export { ApprovalsModule } from './approvals.module';
export { PersonDto } from './dto/approval.dto';
export { Approval } from './entities/approval.entity';
export { RequestApproval } from './request-approval.service';
