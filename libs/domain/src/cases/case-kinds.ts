/** A case nobody said anything else of is decided within so many days after it was opened. */
const USUAL_CASE_DAYS = 3;

/**
 * Kinds with another time than the usual one, in days. Money of a customer that pays for nothing waits a week: most of it is
 * used up by itself. What somebody stands at a counter for, and what the books say, is for the next day. A doubt has the two
 * weeks that its ticket promises.
 */
export const CASE_DAYS: Readonly<Record<string, number>> = {
  DISPUTE: 14,
  DOUBLE_PAYMENT: 7,
  EXPIRED_INTENT: 7,
  LATE_PAYMENT: 7,
  AMOUNT_DIFFERS: 7,
  BILLS_CHANGED: 7,
  BILL_CORRECTED: 30,
  BASKET_ABANDONED: 1,
  COUNTER_SALE_WRONG: 1,
  SALE_NOT_HANDED_BACK: 1,
  TWO_NAMES: 1,
  INTENT_UNSETTLED: 1,
  CALL_UNSETTLED: 1,
  SALE_UNSETTLED: 1,
  BOOKS_DO_NOT_TIE: 1,
};

const DAY_MS = 86_400_000;

/** Until when somebody has to have decided: so many times 24 hours after it was opened. */
export function caseDueAt(kind: string, openedAt: Date): Date {
  return new Date(openedAt.getTime() + (CASE_DAYS[kind] ?? USUAL_CASE_DAYS) * DAY_MS);
}

/**
 * Cases that end with what they are about, and by nobody's word alone: a bill would else be doubted and asked for at once,
 * and cash of a customer held with nobody to find them, and a day without its statement forgotten.
 */
export function closesByItself(kind: string): boolean {
  return kind === 'DISPUTE' || kind === 'SALE_NOT_HANDED_BACK' || kind === 'SETTLEMENT_FILE_MISSING';
}
