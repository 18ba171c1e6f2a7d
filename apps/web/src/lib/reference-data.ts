import { useQuery } from '@tanstack/react-query';
import {
  getPublicInfoOptions,
  listRegionsOptions,
  listRoutesOptions,
  listTariffsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';

const RARELY_CHANGES = 5 * 60_000;
const ALL = { page_size: 100, sort: 'code' };

/** What every page may know about the utility: name, zone and the business date of the server. */
export const useUtility = () => useQuery({ ...getPublicInfoOptions(), staleTime: RARELY_CHANGES });

export const useRegions = () =>
  useQuery({ ...listRegionsOptions({ query: ALL }), staleTime: RARELY_CHANGES, select: (page) => page.data });

export const useRoutesOf = (regionId: number | undefined) =>
  useQuery({
    ...listRoutesOptions({ path: { id: regionId ?? 0 } }),
    staleTime: RARELY_CHANGES,
    enabled: regionId !== undefined,
  });

export const useTariffs = () =>
  useQuery({ ...listTariffsOptions({ query: ALL }), staleTime: RARELY_CHANGES, select: (page) => page.data });
