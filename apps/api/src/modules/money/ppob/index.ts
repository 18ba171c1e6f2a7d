export { PpobModule } from './ppob.module';
export { ReplaySale, type SaleOfThePast } from './sell/replay-sale.service';
export { SellForOthers } from './sell/sell-for-others.service';
export type { Seller } from './sell/seller';
export { bookSupplierMovement } from './supplier-money/supplier-books';
export { ppob } from './ppob.parts';
