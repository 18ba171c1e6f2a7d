import { LEAST_DAYS_TO_PAY, type PenaltyExcess } from '../billing';
import { percentOf, rupiah, type Rupiah } from '../money';
import { addDays, type BusinessDate } from '../time';

export const WAIVER_MODES = ['PERCENT', 'AMOUNT'] as const;
export type WaiverMode = (typeof WAIVER_MODES)[number];

/** What a programme (pemutihan) forgives of the penalty of each of its bills. */
export type WaiverTerms = {
  readonly mode: WaiverMode;
  /** PERCENT: 10000 = all of it. */
  readonly basisPoints: number | null;
  /** AMOUNT: per bill. */
  readonly amount: Rupiah | null;
  /** Most it forgives of one bill; null = no limit. */
  readonly cap: Rupiah | null;
};

/**
 * A programme as one bill is concerned. The budget was handed out to its bills when two people agreed, so a payment asks
 * nobody what is left: `reserved` is set aside for this bill alone.
 */
export type WaiverOffer = WaiverTerms & {
  readonly programmeId: number;
  readonly name: string;
  readonly reserved: Rupiah;
  readonly validFrom: BusinessDate;
  /** Inclusive: the end it was agreed with, or the day it was revoked. */
  readonly lastDay: BusinessDate;
};

export type Waiver = { readonly amount: Rupiah; readonly offer: WaiverOffer | null };

const NOTHING_TOO_MUCH: PenaltyExcess = { returned: 0, excessWaived: 0 };

/**
 * What terms forgive of a penalty, whole rupiah, halves up: never more than the penalty, never more than the cap.
 * @throws RangeError when the figure its mode needs is missing
 */
export function forgivenBy(penalty: Rupiah, { mode, amount, basisPoints, cap }: WaiverTerms): Rupiah {
  const figure = mode === 'AMOUNT' ? amount : basisPoints;
  if (figure === null) throw new RangeError('waiver programme without its figure');
  const granted = mode === 'AMOUNT' ? figure : percentOf(penalty, figure, 'HALF_UP');
  return rupiah(Math.min(penalty, granted, cap ?? granted));
}

/**
 * What is forgiven of a bill's penalty when it is paid on a day: by the programme whose days hold it (never two: law I85),
 * and never more than what is set aside for the bill. Days are whole: within one, the same question has one answer.
 *
 * Of a bill that was settled, corrected and is open again, a programme forgives of the right penalty. What had been forgiven
 * of the wrong one beyond it is not asked for, with or without a programme: nobody ever owed it.
 *
 * Worked: 8.000 are booked, 2.000 are right, 3.000 were given back and 3.000 had been forgiven too much. A programme of one
 * half forgives 1.000 of the 2.000: 4.000 are taken off, 4.000 asked for, and with the 3.000 given back 1.000 is paid.
 * @param penalty the bill's penalty of that day, gross; the principal is never touched
 */
export function waiverOf(
  penalty: Rupiah,
  offers: readonly WaiverOffer[],
  date: BusinessDate,
  { returned, excessWaived }: PenaltyExcess = NOTHING_TOO_MUCH,
): Waiver {
  const offer = offers.find(({ validFrom, lastDay }) => validFrom <= date && date <= lastDay);
  const right = rupiah(Math.max(0, penalty - returned - excessWaived));
  const forgiven = offer === undefined ? 0 : Math.min(forgivenBy(right, offer), offer.reserved);
  return { amount: rupiah(excessWaived + forgiven), offer: forgiven === 0 ? null : (offer ?? null) };
}

/**
 * Until when a bill keeps what a programme promised it, when its payment in time is taken back by us and not by the bank that
 * sent it: the days there always are to pay in, from the day it is owed again, but not into the days of another programme
 * that has promised the bill something since, because nothing is promised twice on one day. Null where the promise lasts as
 * long anyway, or that other one has begun.
 * @param promisedUntil last day of the promise as it stands
 * @param nextFrom first day of the next programme that has promised the bill something; null when none has
 */
export function promiseKeptUntil(
  promisedUntil: BusinessDate,
  reversedOn: BusinessDate,
  nextFrom: BusinessDate | null,
): BusinessDate | null {
  const longest = addDays(reversedOn, LEAST_DAYS_TO_PAY);
  const until = nextFrom !== null && nextFrom <= longest ? addDays(nextFrom, -1) : longest;
  return until >= reversedOn && until > promisedUntil ? until : null;
}
