import { useQuery } from '@tanstack/react-query';
import {
  getPublicInfoOptions,
  listApprovalKindsOptions,
  listBanksOptions,
  listRegionsOptions,
  listRoutesOptions,
  listTariffsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { businessDate, periodOfDate } from '@tirtapay/domain';
import type { Period } from '@tirtapay/domain';
import { usePermission } from './use-permission';

const RARELY_CHANGES = 5 * 60_000;
const ALL = { page_size: 100, sort: 'code' };

/** What every page may know about the utility: name, zone and the business date of the server. */
export const useUtility = () => useQuery({ ...getPublicInfoOptions(), staleTime: RARELY_CHANGES });

/** The month that is being read, verified and issued now, by the calendar of the utility; null until it is known. */
export function useWorkPeriod(): Period | null {
  const { data: utility } = useUtility();
  return utility ? periodOfDate(businessDate(utility.business_date)) : null;
}

/** Asked only by whoever may read them: a cashier filters by nothing he may not see. */
export const useRegions = () =>
  useQuery({
    ...listRegionsOptions({ query: ALL }),
    staleTime: RARELY_CHANGES,
    select: (page) => page.data,
    enabled: usePermission('region.read'),
  });

export const useRoutesOf = (regionId: number | undefined) =>
  useQuery({
    ...listRoutesOptions({ path: { id: regionId ?? 0 } }),
    staleTime: RARELY_CHANGES,
    enabled: regionId !== undefined,
  });

export const useTariffs = () =>
  useQuery({
    ...listTariffsOptions({ query: ALL }),
    staleTime: RARELY_CHANGES,
    select: (page) => page.data,
    enabled: usePermission('tariff.read'),
  });

export const useBanks = () => useQuery({ ...listBanksOptions(), staleTime: RARELY_CHANGES });

/** What needs a second person, and whether there are enough people for it. */
export const useApprovalKinds = () => useQuery({ ...listApprovalKindsOptions(), staleTime: RARELY_CHANGES });
