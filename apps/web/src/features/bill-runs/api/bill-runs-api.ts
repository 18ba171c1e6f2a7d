import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { BillRun, BillRunPreview, BillRunStatus, ListQuery, Page } from '../../../lib/api-types';

export interface RunScope {
  period: string;
  region_id?: number;
  tariff_id?: number;
}

export type BillRunsQuery = ListQuery & { status?: BillRunStatus; period?: string };

export function useBillRuns(query: BillRunsQuery) {
  return useQuery({
    queryKey: ['bill-runs', 'list', query],
    queryFn: ({ signal }) => api.get<Page<BillRun>>('/bill-runs', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export const isOpen = (run: BillRun): boolean => run.status === 'QUEUED' || run.status === 'RUNNING';

/** Asked every second while the run is on its way; the answer that it has ended stops the asking. */
export function useBillRun(id: number) {
  return useQuery({
    queryKey: ['bill-runs', id],
    queryFn: ({ signal }) => api.get<BillRun>(`/bill-runs/${String(id)}`, {}, signal),
    refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : 1000),
  });
}

export const previewRun = (scope: RunScope) => api.post<BillRunPreview>('/bill-runs/preview', scope);
export const startRun = (scope: RunScope) => api.post<BillRun>('/bill-runs', scope);
export const resumeRun = (id: number) => api.post<BillRun>(`/bill-runs/${String(id)}/resume`);
