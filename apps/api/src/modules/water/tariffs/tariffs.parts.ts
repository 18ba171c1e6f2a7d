import type { ModuleParts } from '../../../platform/manifest';
import { FixedChargeRow, TariffBlockRow } from './entities/tariff-parts.entity';
import { TariffVersionRow } from './entities/tariff-version.entity';
import { Tariff } from './entities/tariff.entity';
import { TariffsModule } from './tariffs.module';
import { tariffsManifest } from './tariffs.manifest';

export const tariffs: ModuleParts = {
  manifest: tariffsManifest,
  module: TariffsModule,
  entities: [FixedChargeRow, Tariff, TariffBlockRow, TariffVersionRow],
  laws: [],
};
