import type { OurEntry } from '@tirtapay/domain';

/** What our books bring to a day. */
export interface OurSide {
  readonly ours: readonly OurEntry[];
  /** `settledKey`s of what another item has already. */
  readonly settled: readonly string[];
  /** Movements booked by mistake, each with the one that took it back. */
  readonly takenBack: readonly (readonly [paid: number, back: number])[];
  /** Items of other days that only say that it is missing there, by `OurEntry.id`: who matches it takes it from them. */
  readonly holders: readonly (readonly [ours: number, item: number])[];
}
