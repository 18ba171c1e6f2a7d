import type { TakenRoundDto, TakenStopDto } from '@tirtapay/api-client';
import { DEFAULT_ANOMALY_THRESHOLDS } from '@tirtapay/domain';
import { numberIn } from '../../../../lib/number-words';
import type { KeptStand, Reader, TakenRound } from '../api/device-store';
import type { StandBasis, Typed } from './stand-entry';
import { isEstimated, isLower, standBefore, usualUse } from './stand-entry';

/** A route is a day's walk; after a weekend its stands of before are old, and names have been on the device long enough. */
const KEPT_FOR = 3 * 86_400_000;

/** By one clock, which may be days off. */
export const isStale = ({ round, kept_at }: TakenRound, now: number): boolean =>
  now - (kept_at ?? Date.parse(round.taken_at)) > KEPT_FOR;

/** A stop that was taken along, as the fields of a stand ask for it. */
export const basisOf = (stop: TakenStopDto, { period }: Pick<TakenRoundDto, 'period'>): StandBasis => ({
  customer: stop,
  period,
  meter: stop.meter,
  previous: stop.previous,
  replacement: stop.replacement,
  history: stop.history,
});

export const keptOf = (
  stands: readonly KeptStand[],
  stop: Pick<TakenStopDto, 'customer_number'>,
  { period }: Pick<TakenRoundDto, 'period'>,
): KeptStand | undefined =>
  stands.find(({ entry }) => entry.customer_number === stop.customer_number && entry.period === period);

/** What the server has is put right at the office, and what somebody else has read by whoever read it. */
export const mayPutRight = ({ by, reading_id }: KeptStand, reader: Reader): boolean =>
  reading_id === null && by.id === reader.id;

/** The server has a reading of this house already: without this one the house is read all the same. */
export const isReadAnyway = ({ refusal }: KeptStand): boolean => refusal?.code === 'reading.duplicate';

/**
 * What can be done about the reading the server has: one that waits is sent back in Verification, one that was verified is corrected
 * on its bill. Both, where the refusal does not say which it is.
 */
export function waysToOther({ refusal }: KeptStand): {
  readonly sendBack: boolean;
  readonly correct: boolean;
} {
  const status = refusal?.existing_status;
  return { sendBack: status !== 'VERIFIED', correct: status === undefined || status === 'VERIFIED' };
}

/** A route that is taken along anew knows nothing of what still waits here. */
export const withKept = (round: TakenRoundDto, stands: readonly KeptStand[]): TakenRoundDto => ({
  ...round,
  stops: round.stops.map((stop) =>
    keptOf(stands, stop, round) === undefined ? stop : { ...stop, state: 'RECORDED' },
  ),
});

interface UsageHint {
  readonly usage: number;
  /** Far from what is usual here: a reason to look again, and no more. The server judges by its own figures. */
  readonly strange: 'HIGH' | 'LOW' | null;
}

/** What the typed stand comes to, where it can be said without the server; null otherwise. */
export function usageHint(basis: StandBasis, typed: Typed): UsageHint | null {
  const stand = numberIn(typed.stand);
  const digits = basis.meter?.digits;
  if (stand === null || digits === undefined || isEstimated(typed.condition)) return null;
  const lower = isLower(basis, typed);
  if (lower && !typed.rollover) return null;
  const before = standBefore(basis);
  const exchanged =
    basis.replacement === null || basis.previous === null
      ? 0
      : Math.max(0, basis.replacement.removed_stand - basis.previous.stand);
  const usage = (lower ? 10 ** digits - before + stand : Math.max(0, stand - before)) + exchanged;
  const usual = usualUse(basis);
  const { highPercent, lowPercent } = DEFAULT_ANOMALY_THRESHOLDS;
  if (usual === null) return { usage, strange: null };
  if (usage * 100 > usual * highPercent) return { usage, strange: 'HIGH' };
  return { usage, strange: usage * 100 < usual * lowPercent ? 'LOW' : null };
}

/** As much as the sheet takes in a note. */
const LONGEST_NOTE = 500;

/**
 * For the sheet of readings, where an office can paste it: the last way out of a device that does not get through. What the
 * sheet has no column for is said before the note; what the server has is left out, the sheet would refuse it.
 */
export const rescueText = (
  stands: readonly KeptStand[],
  circumstances: (stand: KeptStand) => string,
): string =>
  stands
    .filter(({ reading_id }) => reading_id === null)
    .map((stand) =>
      [
        stand.entry.customer_number,
        stand.entry.current_stand === undefined ? '' : String(stand.entry.current_stand),
        stand.entry.condition_code,
        [circumstances(stand), stand.note]
          .filter((part) => part !== '')
          .join('. ')
          .replaceAll(/\s+/g, ' ')
          .slice(0, LONGEST_NOTE),
      ].join('\t'),
    )
    .join('\n');
