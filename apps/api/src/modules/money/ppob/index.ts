export { PpobModule } from './ppob.module';
export { SellForOthers } from './sell/sell-for-others.service';
export type { Seller } from './sell/seller';
export { ppob } from './ppob.parts';
