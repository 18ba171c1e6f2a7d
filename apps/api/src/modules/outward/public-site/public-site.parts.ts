import type { ModuleParts } from '../../../platform/manifest';
import { PublicSiteModule } from './public-site.module';
import { publicSiteManifest } from './public-site.manifest';

export const publicSite: ModuleParts = {
  manifest: publicSiteManifest,
  module: PublicSiteModule,
  entities: [],
  laws: [],
};
