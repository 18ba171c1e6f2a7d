import type { BillState } from '../states';
import { addDays, type BusinessDate } from '../time';

/** What a customer doubts about a bill. */
export const DISPUTE_REASONS = ['USAGE', 'STAND', 'CATEGORY', 'PENALTY', 'OTHER'] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** By the customer himself on the public page, or by somebody of the office for him. */
export type DisputeSource = 'PUBLIC' | 'OFFICE';

/** Two weeks: time for a reader to pass by on his route, for the office to look, and for a second person to decide. */
const ANSWER_DAYS = 14;
const CHECK_DAYS = 5;

/** The last day of the answer that is promised with the ticket. */
export function answerBy(openedOn: BusinessDate): BusinessDate {
  return addDays(openedOn, ANSWER_DAYS);
}

/** By when the reader is to have looked at the meter: within the time of the answer, and never before today. */
export function checkBy(today: BusinessDate, answer: BusinessDate): BusinessDate {
  const usual = addDays(today, CHECK_DAYS);
  return usual < answer ? usual : answer < today ? today : answer;
}

/**
 * NOT_ISSUED: a draft is held by the office, a cancelled bill is nobody's. OPEN_ALREADY: one doubt at a time. HEARD: the
 * penalty stands still while a bill is doubted, so from the public page a bill is doubted once; again only by the office,
 * which hears the customer.
 */
export type DisputeRefusal = 'NOT_ISSUED' | 'OPEN_ALREADY' | 'HEARD';

/** @returns null when the bill may be doubted */
export function disputeRefusal(doubt: {
  readonly state: BillState;
  readonly source: DisputeSource;
  readonly open: boolean;
  /** Doubts about the same bill that were answered. */
  readonly answered: number;
}): DisputeRefusal | null {
  if (doubt.state !== 'ISSUED' && doubt.state !== 'PAID') return 'NOT_ISSUED';
  if (doubt.open) return 'OPEN_ALREADY';
  return doubt.source === 'PUBLIC' && doubt.answered > 0 ? 'HEARD' : null;
}
