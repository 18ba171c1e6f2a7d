import type { ModuleParts } from '../../../platform/manifest';
import { PenaltyEntry } from './entities/penalty-entry.entity';
import { PenaltyPolicyRow } from './entities/penalty-policy.entity';
import { KeptPromise } from './entities/kept-promise.entity';
import { Penalty } from './entities/penalty.entity';
import { WaiverProgramme } from './entities/waiver-programme.entity';
import { WaiverShare } from './entities/waiver-share.entity';
import { PenaltyModule } from './penalty.module';
import { penaltyManifest } from './penalty.manifest';
import { PenaltyPolicyVersions0009 } from './schema/0009-penalty-policy-versions';
import { WhatIsOwed0019 } from './schema/0019-what-is-owed';
import { PromisesKept0122 } from './schema/0122-promises-kept';
import { PenaltiesOfInstalments0143 } from './schema/0143-penalties-of-instalments';
import { WaiverProgrammes0108 } from './schema/0108-waiver-programmes';
import { PenaltyExcess0163 } from './schema/0163-penalty-excess';
import { OwedPenalty0165 } from './schema/0165-owed-penalty';
import { ExcessOfReopened0167 } from './schema/0167-excess-of-reopened';
import { WAIVER_LAWS } from './waiver/waiver.laws';

export const penalty: ModuleParts = {
  manifest: penaltyManifest,
  module: PenaltyModule,
  entities: [KeptPromise, Penalty, PenaltyEntry, PenaltyPolicyRow, WaiverProgramme, WaiverShare],
  schema: [
    PenaltyPolicyVersions0009,
    WhatIsOwed0019,
    WaiverProgrammes0108,
    PromisesKept0122,
    PenaltiesOfInstalments0143,
    PenaltyExcess0163,
    OwedPenalty0165,
    ExcessOfReopened0167,
  ],
  laws: WAIVER_LAWS,
};
