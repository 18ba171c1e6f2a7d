import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { ListQuery, Page, Region, Route } from '../../../lib/api-types';

export type RegionsQuery = ListQuery & { active?: boolean };

export function useRegionList(query: RegionsQuery) {
  return useQuery({
    queryKey: ['regions', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Region>>('/regions', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export const createRegion = (body: { code: string; name: string }) => api.post<Region>('/regions', body);
export const changeRegion = ({ id, ...body }: { id: number; name?: string; active?: boolean }) =>
  api.patch<Region>(`/regions/${String(id)}`, body);
export const createRoute = ({ regionId, ...body }: { regionId: number; code: string; name: string }) =>
  api.post<Route>(`/regions/${String(regionId)}/routes`, body);
