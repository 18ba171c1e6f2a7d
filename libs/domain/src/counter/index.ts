export { basketPaymentReference, basketSaleReference, MOST_BASKET_LINES } from './basket-reference';
export { countCash, DENOMINATIONS, inPieces, MOST_PIECES } from './denominations';
export type { CountedPieces, Denomination } from './denominations';
export { careFor, cashDifference, changeOf, expectedCash, settleBasket } from './drawer';
export type { DifferenceCare, ShiftCash } from './drawer';
export { SHIFT_TRANSITIONS } from './shift-state';
export type { CountedShiftState, ShiftState } from './shift-state';
export { BASKET_STATES, DRAWER_MOVE_KINDS } from './drawer-move';
export type { BasketState, DrawerMoveKind } from './drawer-move';
