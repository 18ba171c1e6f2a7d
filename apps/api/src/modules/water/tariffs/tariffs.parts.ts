import type { ModuleParts } from '../../../platform/manifest';
import { FixedChargeRow, TariffBlockRow } from './entities/tariff-parts.entity';
import { TariffVersionRow } from './entities/tariff-version.entity';
import { Tariff } from './entities/tariff.entity';
import { TariffsModule } from './tariffs.module';
import { tariffsManifest } from './tariffs.manifest';
import { ChargeWhenSealed0039 } from './schema/0039-charge-when-sealed';
import { SealedAreNotRead0028 } from './schema/0028-sealed-are-not-read';

export const tariffs: ModuleParts = {
  manifest: tariffsManifest,
  module: TariffsModule,
  entities: [FixedChargeRow, Tariff, TariffBlockRow, TariffVersionRow],
  schema: [SealedAreNotRead0028, ChargeWhenSealed0039],
  laws: [],
};
