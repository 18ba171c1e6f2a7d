import { useTranslation } from 'react-i18next';

/** How long a code lives, as people would say it: 15 minutes, 8 hours 54 minutes, 3 days. */
export function useLife(): (minutes: number) => string {
  const { t } = useTranslation('public-pay');
  return (minutes) => {
    if (minutes % 1440 === 0 && minutes > 1440) return t('life.days', { count: minutes / 1440 });
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [
      ...(hours > 0 ? [t('life.hours', { count: hours })] : []),
      ...(rest > 0 ? [t('life.minutes', { count: rest })] : []),
    ].join(' ');
  };
}
