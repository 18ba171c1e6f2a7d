import { useTranslation } from 'react-i18next';
import type { BillRun } from '../../../lib/api-types';
import { useRegions, useTariffs } from '../../../lib/reference-data';

/** Which customers a run was about, in words. */
export function useScopeText(): (filter: BillRun['filter']) => string {
  const { t } = useTranslation('bill-runs');
  const regions = useRegions();
  const tariffs = useTariffs();
  return ({ region_id, tariff_id }) => {
    const region =
      region_id == null ? t('everywhere') : regions.data?.find((row) => row.id === region_id)?.name;
    const tariff = tariff_id == null ? null : tariffs.data?.find((row) => row.id === tariff_id)?.code;
    return [region, tariff].filter((part) => part != null).join(' · ');
  };
}
