import type { ModuleParts } from '../../../platform/manifest';
import { PublicSiteModule } from './public-site.module';
import { publicSiteManifest } from './public-site.manifest';
import { PublicGuesses0029 } from './schema/0029-public-guesses';
import { KnownWalks0058 } from './schema/0058-known-walks';

export const publicSite: ModuleParts = {
  manifest: publicSiteManifest,
  module: PublicSiteModule,
  entities: [],
  schema: [PublicGuesses0029, KnownWalks0058],
  laws: [],
};
