import type { ModuleParts } from '../../../platform/manifest';
import { Counter } from './entities/counter.entity';
import { PayPointsModule } from './pay-points.module';
import { payPointsManifest } from './pay-points.manifest';
import { Counters0014 } from './schema/0014-counters';

export const payPoints: ModuleParts = {
  manifest: payPointsManifest,
  module: PayPointsModule,
  entities: [Counter],
  schema: [Counters0014],
  laws: [],
};
