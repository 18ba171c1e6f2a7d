import { differenceOf, journalOf, type ItemType, type ReconciledItem } from './reconciled-item';

/** What two people may do about an item that does not agree by itself. */
export const RECONCILIATION_ACTIONS = [
  /** The customer's bills are paid by it; what pays nothing becomes the customer's credit. */
  'POST_PAYMENT',
  'CREDIT_CUSTOMER',
  'SUSPENSE',
  'REVERSE',
  /** Reversed here, and posted for the customer the bank names. */
  'REPOST',
  'CLAIM',
  /** It is the bank's payment of an earlier claim. */
  'SETTLE_CLAIM',
  'CARRY',
  'ACCEPT_FEE',
  /** Both sides are right, and it settles with this file. */
  'ACCEPT',
  /** A person says which of the candidates it is. */
  'ASSIGN',
  /** The file says it, and no money moved. */
  'DISMISS',
] as const;
export type ReconciliationAction = (typeof RECONCILIATION_ACTIONS)[number];

type Sides = Pick<ReconciledItem, 'type' | 'ours' | 'line' | 'ourAmount' | 'bankAmount' | 'sen' | 'fee'>;

const OVER: readonly ReconciliationAction[] = ['CREDIT_CUSTOMER', 'SUSPENSE'];
const SHORT: readonly ReconciliationAction[] = ['CLAIM', 'ACCEPT_FEE'];
const ALONE: readonly ReconciliationAction[] = ['CARRY', 'REVERSE', 'CLAIM'];

/** Undone where it was booked, by the people of that place, and then found anew. */
const NOT_OF_MOVEMENTS: readonly ReconciliationAction[] = ['REVERSE', 'REPOST'];

/** What may be done about an item, the usual first; nothing about one that agrees. */
export function actionsFor(item: Sides): readonly ReconciliationAction[] {
  const actions = actionsOfType(item);
  return journalOf(item.ours) === null
    ? actions
    : actions.filter((action) => !NOT_OF_MOVEMENTS.includes(action));
}

function actionsOfType(item: Sides): readonly ReconciliationAction[] {
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

function ofDifference(difference: number): readonly ReconciliationAction[] {
  if (difference === 0) return ['ACCEPT'];
  return difference < 0 ? SHORT : OVER;
}

/** What may be asked for of many at once: nobody's money changes hands by it. */
const SAFE: Readonly<Partial<Record<ItemType, readonly ReconciliationAction[]>>> = {
  NEXT_BUSINESS_DAY: ['ACCEPT', 'CARRY'],
  HERE_NOT_AT_BANK: ['CARRY'],
  MDR: ['ACCEPT_FEE'],
};

export function safeInBulk(item: Sides, action: ReconciliationAction): boolean {
  return SAFE[item.type]?.includes(action) === true && actionsFor(item).includes(action);
}

/** Of these nothing stands in anybody's bills or credit: they are taken back by taking back the decision. */
const BOOKED_BY_THE_CLOSING: readonly ReconciliationAction[] = [
  'CLAIM',
  'SETTLE_CLAIM',
  'CARRY',
  'ACCEPT_FEE',
  'ACCEPT',
  'ASSIGN',
  'DISMISS',
];

/** Whether a decision can be taken back by itself; else the payment it posted or reversed is what has to be undone. */
export function leavesNothingPosted(action: ReconciliationAction): boolean {
  return BOOKED_BY_THE_CLOSING.includes(action);
}

/** What an item does to the books, whole rupiah, each signed. */
export interface ItemBooking {
  /** 1110, when the day is closed. */
  readonly received: number;
  /** 5110, when the day is closed. */
  readonly charged: number;
  /** Out of 1130, when the day is closed. */
  readonly cleared: number;
  /** From 1130 to 1160, when it is decided. */
  readonly claimed: number;
  /** Out of 1160, when the day is closed. */
  readonly claimSettled: number;
  /** Posted by the posting writer when it is decided, into 1130. */
  readonly posted: number;
}

const NOTHING: ItemBooking = { received: 0, charged: 0, cleared: 0, claimed: 0, claimSettled: 0, posted: 0 };

/**
 * What agreeing, or an action, books of an item. Whatever it is: `received + charged = cleared + claimSettled`, and what
 * stood in 1130 for it (our amount, unless reversed, and what is posted) is cleared or claimed to the rupiah.
 * @param action null for an item that agrees
 *
 * A movement is in 1110 already, and nothing of it in 1130: only what it differs by is booked, so that the account comes
 * to what the bank has (`received = bank_amount − our_amount`).
 * @throws RangeError for an action the item does not allow; ASSIGN books nothing, the item is judged anew
 */
export function bookingOf(item: Sides, action: ReconciliationAction | null): ItemBooking {
  const booking = bookingOfDue(item, action);
  const untouched = action === 'CARRY' || action === 'DISMISS' || action === 'ASSIGN';
  if (journalOf(item.ours) === null || untouched) return booking;
  return {
    ...booking,
    received: booking.received - item.ourAmount,
    cleared: booking.cleared - item.ourAmount,
  };
}

/** As of what the bank owes in 1130. */
function bookingOfDue(item: Sides, action: ReconciliationAction | null): ItemBooking {
  const { bankAmount: received, fee: charged, ourAmount: cleared } = item;
  if (action === null) {
    if (item.type !== 'MATCHED') throw new RangeError(`${item.type} is not booked by itself`);
    // An agreed bank charge of no payment leaves the account at once.
    if (cleared === 0 && received + charged !== 0) return { ...NOTHING, received, charged: -received };
    return { ...NOTHING, received, charged, cleared };
  }
  if (!actionsFor(item).includes(action)) throw new RangeError(`${action} is not for ${item.type}`);
  switch (action) {
    case 'ACCEPT':
      return { ...NOTHING, received, charged, cleared };
    case 'ACCEPT_FEE':
      return { ...NOTHING, received, cleared, charged: cleared - received };
    case 'CLAIM':
      return {
        ...NOTHING,
        received,
        charged,
        cleared: received + charged,
        claimed: cleared - received - charged,
      };
    case 'POST_PAYMENT':
    case 'CREDIT_CUSTOMER':
    case 'SUSPENSE':
      return {
        ...NOTHING,
        received,
        charged,
        cleared: received + charged,
        posted: received + charged - cleared,
      };
    case 'REPOST':
      return { ...NOTHING, received, charged, cleared: received + charged, posted: received + charged };
    case 'SETTLE_CLAIM':
      return { ...NOTHING, received, charged, claimSettled: received + charged };
    case 'REVERSE':
    case 'CARRY':
    case 'DISMISS':
    case 'ASSIGN':
      return NOTHING;
  }
}
