import type { ModuleParts } from '../../../platform/manifest';
import { InstalmentPlan } from './entities/instalment-plan.entity';
import { PlanInstalment } from './entities/plan-instalment.entity';
import { ReplacedBillOfPlan } from './entities/replaced-bill.entity';
import { INSTALMENT_LAWS } from './instalment.laws';
import { instalmentManifest } from './instalment.manifest';
import { InstalmentModule } from './instalment.module';
import { InstalmentPlans0121 } from './schema/0121-instalment-plans';
import { WaivedInPlans0144 } from './schema/0144-waived-in-plans';
import { RevokedInPlans0164 } from './schema/0164-revoked-in-plans';
import { SharesAsSourcesStand0177 } from './schema/0177-shares-as-sources-stand';

export const instalment: ModuleParts = {
  manifest: instalmentManifest,
  module: InstalmentModule,
  entities: [InstalmentPlan, PlanInstalment, ReplacedBillOfPlan],
  schema: [InstalmentPlans0121, WaivedInPlans0144, RevokedInPlans0164, SharesAsSourcesStand0177],
  laws: INSTALMENT_LAWS,
};
