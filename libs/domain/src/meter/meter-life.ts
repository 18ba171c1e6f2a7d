import { comparePeriods, periodOfDate, type BusinessDate, type Period } from '../time';

/** One meter and its time at a connection. Instants are epoch milliseconds; null when only the day is known. */
export type MeterLife = {
  readonly id: number;
  /** Black wheels of its counter. */
  readonly digits: number;
  readonly sizeMm: number;
  readonly installedStand: number;
  readonly installedOn: BusinessDate;
  readonly installedAt: number | null;
  /** Null: in place now. */
  readonly removedOn: BusinessDate | null;
  readonly removedAt: number | null;
  readonly removedStand: number | null;
};

/** When a meter was looked at: the instant, and the business day it falls on. */
export type ReadingMoment = { readonly readAt: number; readonly readOn: BusinessDate };

export type MeterAtResult =
  | { readonly ok: true; readonly meter: MeterLife }
  | { readonly ok: false; readonly reason: 'NO_METER' | 'BEFORE_INSTALLATION' | 'METER_UNCLEAR' };

/**
 * The meter that hung there at an instant. On the day of an exchange whose hour nobody wrote down both did: that is
 * METER_UNCLEAR, never a guess, unless the reader says that the new meter was read (`newMeter`).
 * @param meters of one connection, oldest first
 */
export function meterAt(
  meters: readonly MeterLife[],
  moment: ReadingMoment,
  newMeter = false,
): MeterAtResult {
  const present = meters.filter((meter) => hasCome(meter, moment) && !hasGone(meter, moment));
  const meter = present.at(-1);
  if (meter === undefined) {
    const first = meters[0];
    const early = first !== undefined && !hasCome(first, moment);
    return { ok: false, reason: early ? 'BEFORE_INSTALLATION' : 'NO_METER' };
  }
  if (present.length > 1 && !newMeter) return { ok: false, reason: 'METER_UNCLEAR' };
  return { ok: true, meter };
}

function hasCome({ installedOn, installedAt }: MeterLife, { readAt, readOn }: ReadingMoment): boolean {
  return installedAt === null ? readOn >= installedOn : readAt >= installedAt;
}

function hasGone({ removedOn, removedAt }: MeterLife, { readAt, readOn }: ReadingMoment): boolean {
  if (removedOn === null) return false;
  return removedAt === null ? readOn > removedOn : readAt >= removedAt;
}

/**
 * Whether a usage period lies within the life of the connection: from the month its first meter was installed to the
 * month its last one was taken away. Null when it does.
 * @param meters of one connection, oldest first
 */
export function periodOutsideConnection(
  meters: readonly MeterLife[],
  usagePeriod: Period,
): 'PERIOD_BEFORE_CONNECTION' | 'PERIOD_AFTER_CONNECTION' | null {
  const first = meters[0];
  const last = meters.at(-1);
  if (first === undefined || last === undefined) return null;
  if (comparePeriods(usagePeriod, periodOfDate(first.installedOn)) < 0) return 'PERIOD_BEFORE_CONNECTION';
  if (last.removedOn !== null && comparePeriods(usagePeriod, periodOfDate(last.removedOn)) > 0)
    return 'PERIOD_AFTER_CONNECTION';
  return null;
}
