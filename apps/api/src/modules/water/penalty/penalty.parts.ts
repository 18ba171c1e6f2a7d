import type { ModuleParts } from '../../../platform/manifest';
import { PenaltyEntry } from './entities/penalty-entry.entity';
import { PenaltyPolicyRow } from './entities/penalty-policy.entity';
import { Penalty } from './entities/penalty.entity';
import { PenaltyModule } from './penalty.module';
import { penaltyManifest } from './penalty.manifest';

export const penalty: ModuleParts = {
  manifest: penaltyManifest,
  module: PenaltyModule,
  entities: [Penalty, PenaltyEntry, PenaltyPolicyRow],
  laws: [],
};
