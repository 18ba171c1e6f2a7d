import type { ModuleParts } from '../../../platform/manifest';
import { settingsManifest } from './settings.manifest';
import { SettingsModule } from './settings.module';

export const settings: ModuleParts = {
  manifest: settingsManifest,
  module: SettingsModule,
  entities: [],
  laws: [],
};
