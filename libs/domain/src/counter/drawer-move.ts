/** What is put into a drawer from our bank account, brought to it, and what a count found too much or too little. */
export const DRAWER_MOVE_KINDS = ['FLOAT', 'DEPOSIT', 'DIFFERENCE'] as const;

export type DrawerMoveKind = (typeof DRAWER_MOVE_KINDS)[number];

/** SELLING: its water bills stand, its products of others are not through yet. */
export const BASKET_STATES = ['SELLING', 'DONE'] as const;

export type BasketState = (typeof BASKET_STATES)[number];
