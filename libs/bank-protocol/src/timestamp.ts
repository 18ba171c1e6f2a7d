/** How far a caller's clock may be from ours, in milliseconds, both ways (bank-api.md). */
export const TIMESTAMP_WINDOW_MS = 300_000;

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Epoch milliseconds of an RFC 3339 timestamp, or null. The offset is mandatory (a time without a zone could be any of
 * three Indonesian zones), the calendar is strict (no 30 February, no 24:00, no leap second), and the fraction is cut
 * to milliseconds. Epoch seconds, a space in place of `T` and lower case letters are refused.
 */
export function parseRfc3339(value: string): number | null {
  const match = RFC3339.exec(value);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHour, offsetMinute] = match;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const [oh, om] = [Number(offsetHour ?? 0), Number(offsetMinute ?? 0)];
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) return null;
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return null;
  const millis = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = (sign === '-' ? -1 : 1) * (oh * 60 + om) * 60_000;
  return midnight.getTime() + ((h * 60 + m) * 60 + s) * 1000 + millis - offset;
}

/**
 * Epoch milliseconds of a SNAP BI X-TIMESTAMP, or null: `yyyy-MM-ddTHH:mm:ssTZD` or, since v1.0.2,
 * `yyyy-MM-ddTHH:mm:ss.SSSTZD`, with any explicit offset.
 */
export function parseSnapTimestamp(value: string): number | null {
  return /^[^.]*(?:\.\d{3}(?!\d).*)?$/.test(value) ? parseRfc3339(value) : null;
}

/** True when `timestampMs` lies within ±`windowMs` (inclusive) of `nowMs`; all in epoch milliseconds. */
export function withinWindow(timestampMs: number, nowMs: number, windowMs = TIMESTAMP_WINDOW_MS): boolean {
  return Math.abs(nowMs - timestampMs) <= windowMs;
}

/** RFC 3339 text of an instant with whole seconds, at a fixed offset in minutes (480 = WITA, `+08:00`). */
export function formatRfc3339(epochMs: number, offsetMinutes = 480): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
