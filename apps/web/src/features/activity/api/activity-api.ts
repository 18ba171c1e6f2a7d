import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { ActivityEntry, ListQuery, Page } from '../../../lib/api-types';

export type ActivityQuery = ListQuery & {
  actor_id?: number;
  action?: string;
  entity_type?: string;
  entity_id?: string;
  from?: string;
  to?: string;
};

export function useActivity(query: ActivityQuery) {
  return useQuery({
    queryKey: ['activity-log', query],
    queryFn: ({ signal }) => api.get<Page<ActivityEntry>>('/activity-log', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}
