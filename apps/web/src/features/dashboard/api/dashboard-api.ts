import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { Dashboard } from '../../../lib/api-types';

/** Live while it is looked at: once a minute, on focus, and after every write of this person. */
export function useDashboard() {
  return useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => api.get<Dashboard>('/dashboard', {}, signal),
    refetchInterval: 60_000,
  });
}
