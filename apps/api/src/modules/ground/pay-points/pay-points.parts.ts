import type { ModuleParts } from '../../../platform/manifest';
import { PayPoint } from './entities/pay-point.entity';
import { PayPointsModule } from './pay-points.module';
import { payPointsManifest } from './pay-points.manifest';
import { Counters0014 } from './schema/0014-counters';
import { PayPoints0032 } from './schema/0032-pay-points';
import { PayPointCoordinates0045 } from './schema/0045-pay-point-coordinates';

export const payPoints: ModuleParts = {
  manifest: payPointsManifest,
  module: PayPointsModule,
  entities: [PayPoint],
  schema: [Counters0014, PayPoints0032, PayPointCoordinates0045],
  laws: [],
};
