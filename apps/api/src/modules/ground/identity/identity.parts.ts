import type { ModuleParts } from '../../../platform/manifest';
import { OneTimeCodeRow } from './entities/one-time-code.entity';
import { RefreshToken } from './entities/refresh-token.entity';
import { Session } from './entities/session.entity';
import { Staff } from './entities/staff.entity';
import { IdentityModule } from './identity.module';
import { identityManifest } from './identity.manifest';

export const identity: ModuleParts = {
  manifest: identityManifest,
  module: IdentityModule,
  entities: [OneTimeCodeRow, RefreshToken, Session, Staff],
  laws: [],
};
