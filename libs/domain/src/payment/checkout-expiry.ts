export type CheckoutMoment = {
  /** Milliseconds since the epoch, as all instants here. */
  readonly now: number;
  /** How long the bank lets such a checkout live, in milliseconds. */
  readonly life: number;
  /** Less than this is no time to pay in; at most `life`. */
  readonly leastLife: number;
  readonly endOfToday: number;
  readonly endOfTomorrow: number;
  /** Whether the same bills will ask for the same amount tomorrow. */
  readonly sameTomorrow: boolean;
};

/**
 * When a checkout opened now ends. Its amount is fixed, so it ends with the business day, because the next one may add a
 * penalty. One opened shortly before midnight lives on into tomorrow when tomorrow asks for the same; when it does not,
 * none is opened, because nobody can pay in the minutes that are left.
 *
 * With a life of 24 hours and a minimum of 30 minutes: opened at 22.00 it ends at 24.00; opened at 23.55 it ends at 23.55
 * of the next day, or not at all.
 * @returns null when there is no time left to pay in
 */
export function checkoutExpiry(moment: CheckoutMoment): number | null {
  const { now, life, endOfToday, endOfTomorrow } = moment;
  const leastLife = Math.min(moment.leastLife, life);
  const today = Math.min(now + life, endOfToday);
  if (today - now >= leastLife) return today;
  return moment.sameTomorrow ? Math.min(now + life, endOfTomorrow) : null;
}
