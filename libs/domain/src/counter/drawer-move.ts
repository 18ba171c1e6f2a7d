/** Cash that comes into a drawer or leaves it beside what is sold. */
export const DRAWER_MOVE_KINDS = ['FLOAT', 'DEPOSIT', 'DIFFERENCE'] as const;
export type DrawerMoveKind = (typeof DRAWER_MOVE_KINDS)[number];

/** SELLING: its water bills stand, its sales are not through. */
export const BASKET_STATES = ['SELLING', 'DONE'] as const;
export type BasketState = (typeof BASKET_STATES)[number];
