import {
  addDays,
  addMonths,
  businessDate,
  endOfBusinessDay,
  periodOfDate,
  type BusinessDate,
  type Period,
} from '@tirtapay/domain';

const PERIODS = 12;

/** The year the demonstration shows: the twelve complete months before the day it was loaded, and the month it is in. */
export class DemoCalendar {
  /** Oldest first. */
  readonly periods: readonly Period[];
  readonly current: Period;
  private readonly midnights = new Map<BusinessDate, number>();

  constructor(
    readonly today: BusinessDate,
    readonly now: number,
    readonly zone: string,
  ) {
    this.current = periodOfDate(today);
    this.periods = Array.from({ length: PERIODS }, (_, index) => addMonths(this.current, index - PERIODS));
  }

  /** A day of a month; the last one when the month is shorter. */
  day(month: Period, day: number): BusinessDate {
    const last = addDays(businessDate(`${addMonths(month, 1)}-01`), -1);
    const wanted = businessDate(`${month}-${String(Math.min(day, 28)).padStart(2, '0')}`);
    const date = addDays(wanted, Math.max(0, day - 28));
    return date > last ? last : date;
  }

  // Asking the zone is the expensive part, and there are only some four hundred days to ask for.
  private midnight(date: BusinessDate): number {
    const known = this.midnights.get(date);
    if (known !== undefined) return known;
    const midnight = endOfBusinessDay(addDays(date, -1), this.zone);
    this.midnights.set(date, midnight);
    return midnight;
  }

  /**
   * An instant on a day, `share` of the way from 7 in the morning to 9 in the evening. Nothing of the demonstration lies
   * in the future: on the day itself the same share of the time that has passed.
   */
  instant(date: BusinessDate, share: number): number {
    const midnight = this.midnight(date);
    if (date === this.today) return midnight + Math.floor((this.now - midnight) * share);
    return midnight + Math.floor((7 + share * 14) * 3_600_000);
  }
}
