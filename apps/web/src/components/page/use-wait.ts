import { useTranslation } from 'react-i18next';

/** How long to wait, in words a person uses. */
export function useWait(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    seconds < 90
      ? t('problem.seconds', { count: Math.max(1, Math.ceil(seconds)) })
      : t('problem.minutes', { count: Math.ceil(seconds / 60) });
}
