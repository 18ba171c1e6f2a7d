import type { ModuleParts } from '../../../platform/manifest';
import {
  BalanceTakenOver,
  CustomerTakenOver,
  Takeover,
  TakeoverFindingRow,
} from './entities/takeover.entity';
import { TAKEOVER_LAWS } from './laws/takeover.laws';
import { Takeover0083 } from './schema/0083-takeover';
import { takeoverManifest } from './takeover.manifest';
import { TakeoverModule } from './takeover.module';

export const takeover: ModuleParts = {
  manifest: takeoverManifest,
  module: TakeoverModule,
  entities: [Takeover, TakeoverFindingRow, CustomerTakenOver, BalanceTakenOver],
  schema: [Takeover0083],
  laws: TAKEOVER_LAWS,
};
