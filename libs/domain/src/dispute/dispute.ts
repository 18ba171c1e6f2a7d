import type { BillState } from '../states';
import { addDays, type BusinessDate } from '../time';

/** What a customer doubts about a bill. */
export const DISPUTE_REASONS = ['USAGE', 'STAND', 'CATEGORY', 'PENALTY', 'OTHER'] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** What can be doubted about a bill that is no water, the likeliest first: it has no usage, no stand and no category. */
const WITHOUT_WATER = ['OTHER', 'PENALTY'] as const satisfies readonly DisputeReason[];

/** What may be chosen for a bill, the likeliest first. @param ofWater also a balance that was taken over */
export function disputeReasons(ofWater: boolean): readonly [DisputeReason, ...DisputeReason[]] {
  return ofWater ? DISPUTE_REASONS : WITHOUT_WATER;
}

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

/** How long beyond the promised answer the penalty of a doubt that the office wrote down stands still by itself. */
const HOLD_DAYS = ANSWER_DAYS;

/**
 * The first day on which the penalty of a bill goes on although its doubt is not answered. Of a customer's own doubt there is
 * none: he is not to pay for the time the office takes, and he may doubt a bill once. In the office one person writes a doubt
 * down, as often as they like; so the penalty stands still for twice the promised time, and longer only when a second person
 * agrees.
 *
 * Worked: written down on 10 January, answer promised by 24 January: from 7 February on the penalty grows again.
 */
export function holdLapsesOn(source: DisputeSource, answerBy: BusinessDate): BusinessDate | null {
  return source === 'PUBLIC' ? null : addDays(answerBy, HOLD_DAYS);
}

/** What a second person agrees to: as long again, from the day it would lapse or, when it has, from today. */
export function prolongedHold(lapsesOn: BusinessDate, today: BusinessDate): BusinessDate {
  return addDays(lapsesOn > today ? lapsesOn : today, HOLD_DAYS);
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
