import type { ModuleParts } from '../../../platform/manifest';
import { Counter } from './entities/counter.entity';
import { PayPointsModule } from './pay-points.module';
import { payPointsManifest } from './pay-points.manifest';

export const payPoints: ModuleParts = {
  manifest: payPointsManifest,
  module: PayPointsModule,
  entities: [Counter],
  laws: [],
};
