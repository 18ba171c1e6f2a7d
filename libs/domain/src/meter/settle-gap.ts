import { addDays, addMonths, comparePeriods, nextPeriod, type BusinessDate, type Period } from '../time';
import { monthEnds } from './month-ends';
import type { ReadingBasis, SealedInterval } from './reading-basis';
import { servedDays } from './served-days';
import { spreadStands } from './spread-stands';

/** A settled reading as the chain of stands has it; oldest first. */
export type ChainedReading = {
  readonly id: number;
  readonly period: Period;
  readonly method: 'ACTUAL' | 'ESTIMATED' | 'DERIVED';
  readonly previousStand: number;
  readonly currentStand: number;
  readonly meterId: number;
  /** Its usage passed the end of the dial, or goes over an exchange of the meter: its stands cannot be spread. */
  readonly broken: boolean;
  readonly readOn: BusinessDate;
};

/** The true reading that settles what lies before it. */
export type SettlingReading = Omit<ChainedReading, 'method' | 'previousStand'>;

/** A month as it is after a true reading has settled it. */
export type SettledMonth = {
  readonly period: Period;
  /** The estimate it takes the place of, or null for a month nobody read. */
  readonly replaces: number | null;
  readonly previousStand: number;
  readonly currentStand: number;
  readonly usage: number;
  readonly days: number;
  readonly readOn: BusinessDate;
};

export type SettledGap = {
  /** The months before the true reading, oldest first; at least one. */
  readonly months: readonly SettledMonth[];
  /** What is left for the period of the true reading itself. */
  readonly own: Omit<SettledMonth, 'replaces' | 'readOn' | 'period'>;
};

/**
 * What a true stand says about the months before it that were estimated or not read: the usage since the last stand
 * somebody saw, spread over them by days, so that each is priced in its own month (fair catch-up, missed months).
 *
 * A month that ended sealed or closed was not to be read and is not missed, nor is one that was charged without a reading. Months before the first reading belong to no gap: the connection was taken
 * over with them. Over an exchange of the meter or the end of the dial nobody knows a stand in between, and nothing is
 * spread; then the difference is settled in the period of the reading, as before.
 * @param chain settled readings before the period, oldest first
 * @returns null when there is nothing to settle
 */
export function settleGap(input: {
  readonly chain: readonly ChainedReading[];
  readonly reading: SettlingReading;
  readonly sealed: NonNullable<ReadingBasis['sealed']>;
  /** Months charged without a reading: they have their bill. */
  readonly charged?: readonly Period[];
  readonly zoneDay: (epochMs: number) => BusinessDate;
}): SettledGap | null {
  const { chain, reading, sealed, charged = [], zoneDay } = input;
  const seen = chain.findLastIndex(({ method }) => method !== 'ESTIMATED');
  const estimates = chain.slice(seen + 1);
  const start = chain[seen];
  const first = estimates[0];
  const since = start?.readOn ?? null;
  const from = start?.currentStand ?? first?.previousStand;
  if (from === undefined) return null;
  const months = monthsOf(start?.period ?? addMonths(first?.period ?? reading.period, -1), reading.period)
    .map((period) => ({ period, estimate: estimates.find((one) => one.period === period) ?? null }))
    .filter(
      ({ period, estimate }) =>
        estimate !== null || !(charged.includes(period) || sealedAtItsEnd(period, sealed, zoneDay)),
    );
  const spreadable =
    [...estimates, reading].every((one) => !one.broken && one.meterId === reading.meterId) &&
    (start === undefined || start.meterId === reading.meterId) &&
    reading.currentStand >= from;
  if (months.length === 0 || !spreadable) return null;
  const ends = endsOf(months, since ?? addDays(first?.readOn ?? reading.readOn, -30), reading.readOn);
  const days = [...ends, reading.readOn].map((end, index) =>
    servedDays(ends[index - 1] ?? since ?? addDays(end, -30), end, sealed, zoneDay),
  );
  const stands = spreadStands({ from, to: reading.currentStand, months: days.map((one) => ({ days: one })) });
  const figures = stands.map((currentStand, index) => {
    const previousStand = stands[index - 1] ?? from;
    return { previousStand, currentStand, usage: currentStand - previousStand, days: days[index] ?? 1 };
  });
  const own = figures.at(-1);
  if (own === undefined) return null;
  return {
    months: months.flatMap(({ period, estimate }, index) => {
      const [figure, readOn] = [figures[index], ends[index]];
      return figure === undefined || readOn === undefined
        ? []
        : [{ period, replaces: estimate?.id ?? null, ...figure, readOn }];
    }),
    own,
  };
}

/** Every month after one and before another. */
function monthsOf(after: Period, before: Period): Period[] {
  const months: Period[] = [];
  for (let month = nextPeriod(after); comparePeriods(month, before) < 0; month = nextPeriod(month))
    months.push(month);
  return months;
}

/** Known days stay; what is unknown between two of them is divided. */
function endsOf(
  months: readonly { readonly estimate: ChainedReading | null }[],
  since: BusinessDate,
  until: BusinessDate,
): BusinessDate[] {
  const ends: BusinessDate[] = [];
  while (ends.length < months.length) {
    const from = ends.at(-1) ?? since;
    const rest = months.slice(ends.length);
    const known = rest.findIndex(({ estimate }) => estimate !== null);
    const day = rest[known]?.estimate?.readOn;
    ends.push(...monthEnds(from, day ?? until, known === -1 ? rest.length : known));
    if (day !== undefined) ends.push(day);
  }
  return ends;
}

/** Then nobody comes to read it, and what was used before the seal is in the next reading. */
function sealedAtItsEnd(
  period: Period,
  sealed: readonly SealedInterval[],
  zoneDay: (epochMs: number) => BusinessDate,
): boolean {
  const after = `${nextPeriod(period)}-01`;
  return sealed.some(({ from, to }) => zoneDay(from) < after && (to === null || zoneDay(to) >= after));
}
