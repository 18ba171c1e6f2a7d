import { useTranslation } from 'react-i18next';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has been waiting, in the largest unit that says something: `3 hari`. */
export function useAge(): (instant: string) => string {
  const { t } = useTranslation();
  return (instant) => {
    const age = Date.now() - Date.parse(instant);
    if (age >= DAY) return t('time.days', { count: Math.floor(age / DAY) });
    if (age >= HOUR) return t('time.hours', { count: Math.floor(age / HOUR) });
    if (age >= MINUTE) return t('time.minutes', { count: Math.floor(age / MINUTE) });
    return t('time.moment');
  };
}
