import type { ModuleParts } from '../../../platform/manifest';
import { collectorsManifest } from './collectors.manifest';
import { CollectorsModule } from './collectors.module';
import { Collector } from './entities/collector.entity';

export const collectors: ModuleParts = {
  manifest: collectorsManifest,
  module: CollectorsModule,
  entities: [Collector],
  laws: [],
};
