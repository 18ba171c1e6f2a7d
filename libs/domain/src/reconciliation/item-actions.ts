import { differenceOf, journalOf, type ItemType } from './reconciled-item';
import type { ItemSides, ReconciliationAction } from './reconciliation-action';
import type { StatementKind } from './statement';

type Actions = readonly ReconciliationAction[];

/** What may be done about an item, the usual first; nothing about one that agrees. */
export function actionsFor(item: ItemSides, kind: StatementKind): Actions {
  if (item.type === 'MATCHED') return [];
  if (awaitsItsEnd(item)) return UNTIL_IT_ENDS;
  const actions = ACTIONS_OF[kind](item);
  return settlesByTakingBack(item) ? ['SETTLE_CLAIM', ...actions] : actions;
}

/** Nobody pays a claim on what has been taken back since: the two are one mistake, and end together. */
function settlesByTakingBack(item: ItemSides): boolean {
  return item.takesBackClaim === true && item.ours !== null && differenceOf(item) > 0;
}

/**
 * An order that is under way costs what it costs once it has been delivered, and nothing once it has failed: what is decided
 * before would be decided again by its end. Until then its line only waits.
 */
const UNTIL_IT_ENDS: Actions = ['CARRY'];

/** Why no more than carrying is offered: the order has no end yet. */
export function awaitsItsEnd(item: Pick<ItemSides, 'ours' | 'underWay'>): boolean {
  return item.underWay === true && item.ours === null;
}

const ACTIONS_OF: Readonly<Record<StatementKind, (item: ItemSides) => Actions>> = {
  BANK: ofBank,
  SUPPLIER: ofSupplier,
  PARTNER: ofPartner,
};

const OVER: Actions = ['CREDIT_CUSTOMER', 'SUSPENSE'];
const SHORT: Actions = ['CLAIM', 'ACCEPT_FEE'];
const ALONE: Actions = ['CARRY', 'REVERSE', 'CLAIM'];

/** Undone where it was booked, by the people of that place, and then found anew. */
const NOT_OF_MOVEMENTS: Actions = ['REVERSE', 'REPOST'];

function ofBank(item: ItemSides): Actions {
  const actions = ofBankPayment(item);
  return journalOf(item.ours) === null
    ? actions
    : actions.filter((action) => !NOT_OF_MOVEMENTS.includes(action));
}

function ofBankPayment(item: ItemSides): Actions {
  const difference = differenceOf(item);
  switch (item.type) {
    case 'MATCHED':
      return [];
    case 'AMOUNT_DIFFERS':
      return ofDifference(difference);
    case 'WRONG_CUSTOMER':
      return difference === 0 ? ['ACCEPT', 'REPOST'] : ofDifference(difference);
    case 'AT_BANK_NOT_HERE':
      return item.bankAmount < 0 ? ['ACCEPT_FEE', 'CLAIM'] : ['POST_PAYMENT', ...OVER, 'SETTLE_CLAIM'];
    case 'REVERSED_HERE_PAID_THERE':
      return ['POST_PAYMENT', ...OVER];
    case 'DUPLICATE_AT_BANK':
      return ['SUSPENSE', 'CREDIT_CUSTOMER', 'DISMISS'];
    case 'HERE_NOT_AT_BANK':
      if (item.ourAmount < 0) return ['CARRY', 'CLAIM'];
      if (item.line === null) return ALONE;
      return item.bankAmount === 0 ? ['REVERSE', 'CLAIM'] : ['CLAIM'];
    case 'DUPLICATE_HERE':
      return ['REVERSE', 'CARRY', 'CLAIM'];
    case 'NEXT_BUSINESS_DAY':
      if (item.line === null) return ALONE;
      return difference === 0 ? ['ACCEPT', 'CARRY'] : ofDifference(difference);
    case 'SEVERAL_CANDIDATES':
      return item.line === null ? ALONE : ['ASSIGN', 'SUSPENSE'];
    case 'FEE_DIFFERS':
    case 'MDR':
      return ['ACCEPT_FEE', 'CLAIM'];
  }
}

function ofDifference(difference: number): Actions {
  if (difference === 0) return ['ACCEPT'];
  return difference < 0 ? SHORT : OVER;
}

/**
 * Of a supplier nobody's money but ours is at stake: what it took too much is claimed, or is the cost of doing business; what
 * it took too little is margin.
 */
function ofSupplier(item: ItemSides): Actions {
  const difference = differenceOf(item);
  const usual = ofSupplierDifference(difference);
  switch (item.type) {
    case 'AT_BANK_NOT_HERE':
      return item.bankAmount < 0 ? [...SHORT, 'CARRY'] : ['SETTLE_CLAIM', 'ACCEPT_FEE', 'CARRY'];
    case 'DUPLICATE_AT_BANK':
      return [...usual, 'CARRY', 'DISMISS'];
    case 'SEVERAL_CANDIDATES':
      return item.line === null ? ['CARRY', ...usual] : ['ASSIGN', ...usual];
    case 'NEXT_BUSINESS_DAY':
      if (item.line !== null && difference === 0) return ['ACCEPT', 'CARRY'];
      return item.line === null ? ['CARRY', ...usual] : usual;
    case 'HERE_NOT_AT_BANK':
    case 'DUPLICATE_HERE':
      return item.line === null ? ['CARRY', ...usual] : usual;
    default:
      return usual;
  }
}

function ofSupplierDifference(difference: number): Actions {
  if (difference === 0) return ['ACCEPT'];
  return difference < 0 ? SHORT : ['ACCEPT_FEE'];
}

/** What a partner sells is taken off its deposit when it sells: our books stand, or one of us is a day late. */
function ofPartner(item: ItemSides): Actions {
  const { type, line } = item;
  if (type === 'SEVERAL_CANDIDATES' && line !== null) return ['ASSIGN', 'DISMISS'];
  // What it keeps of a sale is its own: accepted, it would be booked on its deposit.
  if (type === 'NEXT_BUSINESS_DAY' && line !== null && differenceOf(item) === 0 && item.fee === 0)
    return ['ACCEPT', 'CARRY'];
  // What only one of us has may come with the other's next day.
  return type === 'AT_BANK_NOT_HERE' || (line === null && item.ours !== null)
    ? ['CARRY', 'DISMISS']
    : ['DISMISS'];
}

/** What may be asked for of many at once: nobody's money changes hands by it. */
export const SAFE_IN_BULK: readonly { readonly type: ItemType; readonly action: ReconciliationAction }[] = [
  { type: 'NEXT_BUSINESS_DAY', action: 'CARRY' },
  { type: 'NEXT_BUSINESS_DAY', action: 'ACCEPT' },
  { type: 'HERE_NOT_AT_BANK', action: 'CARRY' },
  { type: 'MDR', action: 'ACCEPT_FEE' },
];

export function safeInBulk(item: ItemSides, action: ReconciliationAction, kind: StatementKind): boolean {
  return (
    SAFE_IN_BULK.some((safe) => safe.type === item.type && safe.action === action) &&
    actionsFor(item, kind).includes(action)
  );
}
