import type { ModuleParts } from '../../../platform/manifest';
import { collectorsManifest } from './collectors.manifest';
import { CollectorsModule } from './collectors.module';
import { Collector } from './entities/collector.entity';
import { PartnerDeposit } from './entities/partner-deposit.entity';

export const collectors: ModuleParts = {
  manifest: collectorsManifest,
  module: CollectorsModule,
  entities: [Collector, PartnerDeposit],
  laws: [],
};
