import { addDays, businessDate, formatDateLong, type BusinessDate } from './business-date';
import type { Language } from './month-names';

// Building a formatter costs a thousand times a format call, and every payment asks for the business date.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

type WallClock = { date: string; hour: string; minute: string; second: string };

function wallClock(epochMs: number, zone: string): WallClock {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatterOf(zone).formatToParts(epochMs)) parts[part.type] = part.value;
  return {
    date: `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`,
    hour: parts.hour ?? '',
    minute: parts.minute ?? '',
    second: parts.second ?? '',
  };
}

/** Milliseconds that the zone's wall clock is ahead of UTC at that instant. */
function offsetAt(epochMs: number, zone: string): number {
  const clock = wallClock(epochMs, zone);
  const wall = Date.parse(`${clock.date}T${clock.hour}:${clock.minute}:${clock.second}Z`);
  return wall - Math.floor(epochMs / 1000) * 1000;
}

/**
 * The calendar day on which an instant falls in the utility's zone.
 * @param epochMs milliseconds since 1970, from the injected clock
 * @param zone IANA name, for example `Asia/Makassar`
 * @throws RangeError for an unknown zone or an instant that is no date.
 */
export function businessDateOf(epochMs: number, zone: string): BusinessDate {
  return businessDate(wallClock(epochMs, zone).date);
}

/**
 * The first instant (epoch milliseconds) of the day after `date` in the zone: valid-until limits are exclusive.
 * Also right in zones where a day starts at 01:00 because of summer time.
 */
export function endOfBusinessDay(date: BusinessDate, zone: string): number {
  const next = addDays(date, 1);
  const midnightUtc = Date.parse(`${next}T00:00:00Z`);
  const guess = midnightUtc - offsetAt(midnightUtc, zone);
  if (businessDateOf(guess, zone) === next && businessDateOf(guess - 1, zone) === date) return guess;
  let before = midnightUtc - 15 * 3_600_000;
  let after = midnightUtc + 13 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (businessDateOf(middle, zone) >= next) after = middle;
    else before = middle;
  }
  return after;
}

const INDONESIAN_ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `WIB`, `WITA`, `WIT`; any other zone by its offset at that instant, `UTC+07:00`. */
export function zoneLabel(epochMs: number, zone: string): string {
  const known = INDONESIAN_ZONES[zone];
  if (known !== undefined) return known;
  const minutes = Math.round(offsetAt(epochMs, zone) / 60_000);
  const magnitude = Math.abs(minutes);
  const hours = String(Math.floor(magnitude / 60)).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${hours}:${String(magnitude % 60).padStart(2, '0')}`;
}

/** `21 November 2026 14.30 WITA`; in English `21 November 2026 14:30 WITA`. */
export function formatInstant(epochMs: number, zone: string, language: Language): string {
  const clock = wallClock(epochMs, zone);
  const time = `${clock.hour}${language === 'id' ? '.' : ':'}${clock.minute}`;
  return `${formatDateLong(businessDate(clock.date), language)} ${time} ${zoneLabel(epochMs, zone)}`;
}
