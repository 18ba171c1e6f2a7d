import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { CollectorsModule } from '../../ground/collectors';
import { OutboundModule } from '../../bank-gateway/outbound';
import { RegistryModule } from '../../bank-gateway/registry';
import { CheckoutModule } from '../checkout';
import { PaymentModule } from '../payment';
import { PpobModule } from '../ppob';
import { BasketQueries } from './baskets/basket.queries';
import { BasketsController } from './baskets/baskets.controller';
import { PostWater } from './baskets/post-water.service';
import { SellBasket } from './baskets/sell-basket.service';
import { SellLines } from './baskets/sell-lines.service';
import { WatchBaskets } from './baskets/watch-baskets.service';
import { CounterCheckoutsController } from './checkouts/counter-checkouts.controller';
import { CounterCheckouts } from './checkouts/counter-checkouts.service';
import { ChangeDrawerFee } from './drawers/change-drawer-fee.service';
import { DrawerQueries } from './drawers/drawer.queries';
import { DrawersController } from './drawers/drawers.controller';
import { KeepDrawers } from './drawers/keep-drawers.service';
import { MoveDrawerMoney } from './drawers/move-drawer-money.service';
import { CounterCustomersController } from './lookup/counter-customers.controller';
import { FindCustomers } from './lookup/find-customers.queries';
import { ReadSheets } from './lookup/read-sheets.service';
import { HandBackSale } from './reversal/hand-back-sale.service';
import { ReportWrongSale } from './reversal/report-wrong-sale.service';
import { ReverseSale } from './reversal/reverse-sale.service';
import { WrongSalesController } from './reversal/wrong-sales.controller';
import { CloseShift } from './shifts/close-shift.service';
import { ClosingSheet } from './shifts/closing-sheet.service';
import { CountShift } from './shifts/count-shift.service';
import { HandOverShift } from './shifts/hand-over-shift.service';
import { OpenShift } from './shifts/open-shift.service';
import { OwnShift } from './shifts/own-shift';
import { ShiftQueries } from './shifts/shift.queries';
import { ShiftsController } from './shifts/shifts.controller';

@Module({
  imports: [
    ApprovalsModule,
    CollectorsModule,
    RegistryModule,
    OutboundModule,
    PaymentModule,
    CheckoutModule,
    PpobModule,
  ],
  controllers: [
    DrawersController,
    ShiftsController,
    CounterCustomersController,
    BasketsController,
    WrongSalesController,
    CounterCheckoutsController,
  ],
  providers: [
    OwnShift,
    OpenShift,
    CountShift,
    CloseShift,
    HandOverShift,
    ShiftQueries,
    ClosingSheet,
    KeepDrawers,
    ChangeDrawerFee,
    MoveDrawerMoney,
    DrawerQueries,
    FindCustomers,
    ReadSheets,
    BasketQueries,
    PostWater,
    SellLines,
    WatchBaskets,
    SellBasket,
    ReverseSale,
    ReportWrongSale,
    HandBackSale,
    CounterCheckouts,
  ],
})
export class CounterModule {}
