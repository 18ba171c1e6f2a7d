import type { ModuleParts } from '../../../platform/manifest';
import { ApprovalsModule } from './approvals.module';
import { Approval } from './entities/approval.entity';
import { approvalsManifest } from './approvals.manifest';

export const approvals: ModuleParts = {
  manifest: approvalsManifest,
  module: ApprovalsModule,
  entities: [Approval],
  laws: [],
};
