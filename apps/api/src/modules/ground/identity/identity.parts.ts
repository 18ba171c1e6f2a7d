import type { ModuleParts } from '../../../platform/manifest';
import { OneTimeCodeRow } from './entities/one-time-code.entity';
import { RecoveryCode } from './entities/recovery-code.entity';
import { RefreshToken } from './entities/refresh-token.entity';
import { Session } from './entities/session.entity';
import { Staff } from './entities/staff.entity';
import { TwoStep } from './entities/two-step.entity';
import { IdentityModule } from './identity.module';
import { identityManifest } from './identity.manifest';
import { Identity0002 } from './schema/0002-identity';
import { TwoPeople0020 } from './schema/0020-two-people';
import { Cashiers0042 } from './schema/0042-cashiers';
import { People0023 } from './schema/0023-people';
import { TwoSteps0100 } from './schema/0100-two-steps';

export const identity: ModuleParts = {
  manifest: identityManifest,
  module: IdentityModule,
  entities: [OneTimeCodeRow, RecoveryCode, RefreshToken, Session, Staff, TwoStep],
  schema: [Identity0002, TwoPeople0020, People0023, Cashiers0042, TwoSteps0100],
  laws: [],
};
