import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { Notice, Page } from '../../../lib/api-types';

/** Asked once a minute while the page is looked at; never from a hidden tab. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => api.get<Page<Notice>>('/notices', { page_size: 20 }, signal),
    refetchInterval: 60_000,
  });
}

export const markRead = (id: number) => api.post<Notice>(`/notices/${String(id)}/read`);
