import { Module } from '@nestjs/common';
import { CollectorsModule } from '../../ground/collectors';
import { LedgerModule } from '../../ground/ledger';
import { PaymentModule } from '../payment';
import { DeliverSale } from './deliver/deliver-sale.service';
import { HearCallback } from './deliver/hear-callback.service';
import { KeepSales } from './deliver/keep-sales.service';
import { SettleSale } from './deliver/settle-sale.service';
import { SaleQueries } from './sales/sales.queries';
import { SaleList } from './sales/sale-list';
import { ServiceQueries } from './sales/services.queries';
import { HoldSale } from './sell/hold-sale.service';
import { PriceList } from './sell/price-list.service';
import { SellForOthers } from './sell/sell-for-others.service';
import { SellProduct } from './sell/sell-product.service';
import { SellWaterBill } from './sell/sell-water-bill.service';
import { PpobCallbacksController } from './ppob-callbacks.controller';
import { PpobServicesController } from './ppob-services.controller';
import { PpobTransactionsController } from './ppob-transactions.controller';
import { Suppliers } from './supplier/suppliers';

@Module({
  imports: [CollectorsModule, LedgerModule, PaymentModule],
  controllers: [PpobTransactionsController, PpobServicesController, PpobCallbacksController],
  providers: [
    PriceList,
    Suppliers,
    HoldSale,
    SettleSale,
    DeliverSale,
    KeepSales,
    HearCallback,
    SellWaterBill,
    SellProduct,
    SellForOthers,
    SaleQueries,
    SaleList,
    ServiceQueries,
  ],
  exports: [SellForOthers],
})
export class PpobModule {}
