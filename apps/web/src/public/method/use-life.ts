import { useTranslation } from 'react-i18next';

/** How long a code lives, in the unit people would say: 15 minutes, 24 hours, 3 days. */
export function useLife(): (minutes: number) => string {
  const { t } = useTranslation('public-pay');
  return (minutes) => {
    if (minutes % 1440 === 0 && minutes > 1440) return t('life.days', { count: minutes / 1440 });
    return minutes % 60 === 0
      ? t('life.hours', { count: minutes / 60 })
      : t('life.minutes', { count: minutes });
  };
}
