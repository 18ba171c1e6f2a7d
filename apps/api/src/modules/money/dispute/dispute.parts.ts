import type { ModuleParts } from '../../../platform/manifest';
import { DISPUTE_LAWS } from './dispute.laws';
import { disputeManifest } from './dispute.manifest';
import { DisputeModule } from './dispute.module';
import { Dispute } from './entities/dispute.entity';
import { Disputes0105 } from './schema/0105-disputes';
import { CancelledDisputes0119 } from './schema/0119-cancelled-disputes';
import { LapsingHolds0127 } from './schema/0127-lapsing-holds';

export const dispute: ModuleParts = {
  manifest: disputeManifest,
  module: DisputeModule,
  entities: [Dispute],
  schema: [Disputes0105, CancelledDisputes0119, LapsingHolds0127],
  laws: DISPUTE_LAWS,
};
