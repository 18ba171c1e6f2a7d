import type { ModuleParts } from '../../../platform/manifest';
import { collectorsManifest } from './collectors.manifest';
import { CollectorsModule } from './collectors.module';
import { Collector } from './entities/collector.entity';
import { Drawer, DrawerMove, Shift } from './entities/drawer.entity';
import { PartnerDeposit } from './entities/partner-deposit.entity';
import { PartnerPayin } from './entities/partner-payin.entity';
import { CORRECTED_LAWS } from './laws/corrected.laws';
import { PAYIN_LAWS } from './laws/payin.laws';
import { Drawers0042 } from './schema/0042-drawers';
import { ShiftOrder0044 } from './schema/0044-shift-order';
import { CorrectedMovements0133 } from './schema/0133-corrected-movements';
import { SupplierCollectors0147 } from './schema/0147-supplier-collectors';
import { MovesSentTwice0215 } from './schema/0215-moves-sent-twice';
import { CreditByItsWord0230 } from './schema/0230-credit-by-its-word';
import { PartnerPayins0116 } from './schema/0116-partner-payins';

export const collectors: ModuleParts = {
  manifest: collectorsManifest,
  module: CollectorsModule,
  entities: [Collector, PartnerDeposit, PartnerPayin, Drawer, Shift, DrawerMove],
  schema: [
    Drawers0042,
    ShiftOrder0044,
    PartnerPayins0116,
    CorrectedMovements0133,
    SupplierCollectors0147,
    MovesSentTwice0215,
    CreditByItsWord0230,
  ],
  laws: [...PAYIN_LAWS, ...CORRECTED_LAWS],
};
