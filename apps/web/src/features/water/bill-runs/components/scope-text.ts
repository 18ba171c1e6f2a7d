import type { BillRunDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';

/** Which customers a run was about, in words. */
export function useScopeText(): (filter: BillRunDto['filter']) => string {
  const { t } = useTranslation('bill-runs');
  return ({ region_name, tariff_code }) =>
    [region_name ?? t('everywhere'), tariff_code].filter((part) => part !== null).join(' · ');
}
