import type { ModuleParts } from '../../../platform/manifest';
import { Region } from './entities/region.entity';
import { Route } from './entities/route.entity';
import { RegionsModule } from './regions.module';
import { regionsManifest } from './regions.manifest';

export const regions: ModuleParts = {
  manifest: regionsManifest,
  module: RegionsModule,
  entities: [Region, Route],
  laws: [],
};
