import type { ModuleParts } from '../../../platform/manifest';
import { counterManifest } from './counter.manifest';
import { CounterModule } from './counter.module';
import { Basket } from './entities/basket.entity';
import { COUNTER_LAWS } from './laws/counter.laws';
import { Baskets0044 } from './schema/0044-baskets';

export const counter: ModuleParts = {
  manifest: counterManifest,
  module: CounterModule,
  entities: [Basket],
  schema: [Baskets0044],
  laws: COUNTER_LAWS,
};
