import type { ModuleParts } from '../../../platform/manifest';
import { PenaltyEntry } from './entities/penalty-entry.entity';
import { PenaltyPolicyRow } from './entities/penalty-policy.entity';
import { Penalty } from './entities/penalty.entity';
import { PenaltyModule } from './penalty.module';
import { penaltyManifest } from './penalty.manifest';
import { PenaltyPolicyVersions0009 } from './schema/0009-penalty-policy-versions';
import { WhatIsOwed0019 } from './schema/0019-what-is-owed';

export const penalty: ModuleParts = {
  manifest: penaltyManifest,
  module: PenaltyModule,
  entities: [Penalty, PenaltyEntry, PenaltyPolicyRow],
  schema: [PenaltyPolicyVersions0009, WhatIsOwed0019],
  laws: [],
};
