import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { CollectorsModule } from '../../ground/collectors';
import { LedgerModule } from '../../ground/ledger';
import { PaymentModule } from '../payment';
import { AgreeOutcome } from './deliver/agree-outcome.service';
import { DeliverSale } from './deliver/deliver-sale.service';
import { HearCallback } from './deliver/hear-callback.service';
import { KeepSales } from './deliver/keep-sales.service';
import { SettleSale } from './deliver/settle-sale.service';
import { SaleQueries } from './sales/sales.queries';
import { SaleList } from './sales/sale-list';
import { ServiceQueries } from './sales/services.queries';
import { HoldSale } from './sell/hold-sale.service';
import { PriceOrder } from './sell/price-order.service';
import { QuoteSale } from './quote/quote-sale.service';
import { SaleStories } from './sales/sale-story.queries';
import { PriceList } from './prices/price-list.service';
import { SellForOthers } from './sell/sell-for-others.service';
import { ReplaySale } from './sell/replay-sale.service';
import { SellProduct } from './sell/sell-product.service';
import { SellWaterBill } from './sell/sell-water-bill.service';
import { PpobCallbacksController } from './ppob-callbacks.controller';
import { PpobInquiriesController } from './ppob-inquiries.controller';
import { PpobPricesController } from './ppob-prices.controller';
import { ChangePrices } from './prices/change-prices.service';
import { PriceLineList } from './prices/price-line.list';
import { PpobServicesController } from './ppob-services.controller';
import { PpobTransactionsController } from './ppob-transactions.controller';
import { ChangeSupplierTerms } from './supplier-money/change-terms.service';
import { PaySupplier } from './supplier-money/pay-supplier.service';
import { SupplierMovements } from './supplier-money/supplier-movements.list';
import { WatchBalances } from './supplier-money/watch-balances.service';
import { SupplierMoneyController } from './supplier-money.controller';
import { SwitchService } from './services/switch-service.service';
import { PpobSuppliersController } from './ppob-suppliers.controller';
import { SupplierHealth } from './supplier/supplier-health.queries';
import { SupplierSandbox } from './supplier/supplier-sandbox.service';
import { Suppliers } from './supplier/suppliers';

@Module({
  imports: [ApprovalsModule, CollectorsModule, LedgerModule, PaymentModule],
  controllers: [
    PpobTransactionsController,
    PpobServicesController,
    PpobInquiriesController,
    PpobPricesController,
    PpobSuppliersController,
    SupplierMoneyController,
    PpobCallbacksController,
  ],
  providers: [
    PriceList,
    PriceLineList,
    ChangePrices,
    PriceOrder,
    QuoteSale,
    Suppliers,
    SupplierHealth,
    SupplierSandbox,
    PaySupplier,
    ChangeSupplierTerms,
    SupplierMovements,
    WatchBalances,
    SwitchService,
    HoldSale,
    SettleSale,
    AgreeOutcome,
    DeliverSale,
    KeepSales,
    HearCallback,
    SellWaterBill,
    SellProduct,
    SellForOthers,
    ReplaySale,
    SaleQueries,
    SaleList,
    SaleStories,
    ServiceQueries,
  ],
  exports: [SellForOthers],
})
export class PpobModule {}
