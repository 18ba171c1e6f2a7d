import type { ModuleParts } from '../../../platform/manifest';
import { DeveloperModule } from './developer.module';
import { developerManifest } from './developer.manifest';

export const developer: ModuleParts = {
  manifest: developerManifest,
  module: DeveloperModule,
  entities: [],
  laws: [],
};
