import { formatInstant } from '@tirtapay/domain';

const SECOND = 1_000;
const LAST_MINUTE = /23([.:])59/;

/**
 * `Sabtu, 21 November 2026 14.30 WITA`: a deadline people can keep without counting days. Midnight is the end of a day
 * (24.00), because "Sunday 00.00" is read as Sunday night.
 */
export function deadlineWords(instant: string, zone: string, language: 'id' | 'en'): string {
  const midnight = instant.slice(11, 19) === '00:00:00';
  const shown = Date.parse(instant) - (midnight ? SECOND : 0);
  const weekday = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    timeZone: zone,
  }).format(shown);
  const moment = formatInstant(shown, zone, language);
  return `${weekday}, ${midnight ? moment.replace(LAST_MINUTE, '24$100') : moment}`;
}
