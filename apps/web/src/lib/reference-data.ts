import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import type { Page, PublicInfo, Region, Route, Tariff } from './api-types';

const RARELY_CHANGES = 5 * 60_000;

/** What every page may know about the utility: name, zone and the business date of the server. */
export function useUtility() {
  return useQuery({
    queryKey: ['public', 'info'],
    queryFn: ({ signal }) => api.get<PublicInfo>('/public/info', {}, signal),
    staleTime: RARELY_CHANGES,
  });
}

export function useRegions(enabled = true) {
  return useQuery({
    queryKey: ['regions', 'all'],
    queryFn: ({ signal }) => api.get<Page<Region>>('/regions', { page_size: 100, sort: 'code' }, signal),
    staleTime: RARELY_CHANGES,
    select: (page) => page.data,
    enabled,
  });
}

export function useRoutesOf(regionId: number | undefined) {
  return useQuery({
    queryKey: ['regions', regionId, 'routes'],
    queryFn: ({ signal }) => api.get<Route[]>(`/regions/${String(regionId)}/routes`, {}, signal),
    staleTime: RARELY_CHANGES,
    enabled: regionId !== undefined,
  });
}

export function useTariffs(enabled = true) {
  return useQuery({
    queryKey: ['tariffs', 'all'],
    queryFn: ({ signal }) => api.get<Page<Tariff>>('/tariffs', { page_size: 100, sort: 'code' }, signal),
    staleTime: RARELY_CHANGES,
    select: (page) => page.data,
    enabled,
  });
}
