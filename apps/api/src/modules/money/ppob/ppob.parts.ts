import type { ModuleParts } from '../../../platform/manifest';
import { SALE_DETAILS } from './entities/sale-details.entity';
import { Sale, SaleStep } from './entities/sale.entity';
import { PpobProduct, PpobServiceRow, Supplier } from './entities/service.entity';
import { PPOB_LAWS } from './laws/ppob.laws';
import { ppobManifest } from './ppob.manifest';
import { PpobModule } from './ppob.module';
import { Ppob0038 } from './schema/0038-ppob';

export const ppob: ModuleParts = {
  manifest: ppobManifest,
  module: PpobModule,
  entities: [PpobServiceRow, PpobProduct, Supplier, Sale, SaleStep, ...SALE_DETAILS],
  schema: [Ppob0038],
  laws: PPOB_LAWS,
};
