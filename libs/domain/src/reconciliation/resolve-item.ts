import { actionsFor } from './item-actions';
import { journalOf } from './reconciled-item';
import type { ItemSides, ReconciliationAction } from './reconciliation-action';
import type { StatementKind } from './statement';

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

/** What an item does to the books, whole rupiah, each signed; on which accounts, `dayReconciled` says. */
export interface ItemBooking {
  /** Into our account (1110) of a bank's day, when that is closed. */
  readonly received: number;
  /** 5110, when the day is closed. */
  readonly charged: number;
  /** Out of what was due (1130), when the day is closed. */
  readonly cleared: number;
  /** From there to 1160, when it is decided. */
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
export function bookingOf(
  item: ItemSides,
  action: ReconciliationAction | null,
  kind: StatementKind,
): ItemBooking {
  const booking = bookingOfDue(item, action, kind);
  const untouched = action === 'CARRY' || action === 'DISMISS' || action === 'ASSIGN';
  if (journalOf(item.ours) === null || untouched) return booking;
  return {
    ...booking,
    received: booking.received - item.ourAmount,
    cleared: booking.cleared - item.ourAmount,
  };
}

/** As of what the bank owes in 1130. */
function bookingOfDue(
  item: ItemSides,
  action: ReconciliationAction | null,
  kind: StatementKind,
): ItemBooking {
  const { bankAmount: received, fee: charged, ourAmount: cleared } = item;
  if (action === null) {
    if (item.type !== 'MATCHED') throw new RangeError(`${item.type} is not booked by itself`);
    // An agreed bank charge of no payment leaves the account at once.
    if (cleared === 0 && received + charged !== 0) return { ...NOTHING, received, charged: -received };
    return { ...NOTHING, received, charged, cleared };
  }
  if (!actionsFor(item, kind).includes(action)) throw new RangeError(`${action} is not for ${item.type}`);
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
      return { ...NOTHING, received, charged, cleared, claimSettled: received + charged - cleared };
    case 'REVERSE':
    case 'CARRY':
    case 'DISMISS':
    case 'ASSIGN':
      return NOTHING;
  }
}
