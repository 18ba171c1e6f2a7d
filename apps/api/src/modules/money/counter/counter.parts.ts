import type { ModuleParts } from '../../../platform/manifest';
import { counterManifest } from './counter.manifest';
import { CounterModule } from './counter.module';
import { Basket } from './entities/basket.entity';
import { COUNTER_LAWS } from './laws/counter.laws';
import { BasketsThatAreNotOver0052 } from './schema/0052-baskets-that-are-not-over';
import { Baskets0044 } from './schema/0044-baskets';

export const counter: ModuleParts = {
  manifest: counterManifest,
  module: CounterModule,
  entities: [Basket],
  schema: [Baskets0044, BasketsThatAreNotOver0052],
  laws: COUNTER_LAWS,
};
