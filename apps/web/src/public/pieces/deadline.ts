import { currentLanguage } from '../../i18n';
import { formatMoment, zoneOfInstant } from '../../lib/format';

/** `Sabtu, 21 November 2026 14.30 WITA`: a deadline people can keep without counting days. */
export function formatDeadline(instant: string): string {
  const weekday = new Intl.DateTimeFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    timeZone: zoneOfInstant(instant),
  }).format(Date.parse(instant));
  return `${weekday}, ${formatMoment(instant)}`;
}
