import type { ModuleParts } from '../../../platform/manifest';
import { SALE_DETAILS } from './entities/sale-details.entity';
import { Sale, SaleStep } from './entities/sale.entity';
import { ServiceFee } from './entities/service-fee.entity';
import { PpobProduct, PpobServiceRow, Supplier } from './entities/service.entity';
import { SupplierMovement } from './entities/supplier-movement.entity';
import { PPOB_LAWS } from './laws/ppob.laws';
import { ppobManifest } from './ppob.manifest';
import { PpobModule } from './ppob.module';
import { PriceHistory0040 } from './schema/0040-price-history';
import { Ppob0038 } from './schema/0038-ppob';
import { SupplierMoney0051 } from './schema/0051-supplier-money';
import { FailedSalesHaveCases0179 } from './schema/0179-failed-sales-have-cases';
import { ToldCodes0202 } from './schema/0202-told-codes';
import { SupplierStatements0148 } from './schema/0148-supplier-statements';
import { SalesAtACounter0044 } from './schema/0044-sales-at-a-counter';

export const ppob: ModuleParts = {
  manifest: ppobManifest,
  module: PpobModule,
  entities: [
    PpobServiceRow,
    PpobProduct,
    ServiceFee,
    Supplier,
    SupplierMovement,
    Sale,
    SaleStep,
    ...Object.values(SALE_DETAILS).map(({ row }) => row),
  ],
  schema: [
    Ppob0038,
    PriceHistory0040,
    SalesAtACounter0044,
    SupplierMoney0051,
    SupplierStatements0148,
    FailedSalesHaveCases0179,
    ToldCodes0202,
  ],
  laws: PPOB_LAWS,
};
