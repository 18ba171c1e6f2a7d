import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type {
  BatchVerification,
  ListQuery,
  Page,
  Reading,
  ReadingContext,
  ReadingSeverity,
  ReadingSummary,
} from '../../../lib/api-types';

export type QueueQuery = ListQuery & { period: string; severity: ReadingSeverity; region_id?: number };

export function useQueue(query: QueueQuery | null) {
  return useQuery({
    queryKey: ['meter-readings', 'queue', query],
    queryFn: ({ signal }) =>
      api.get<Page<Reading>>('/meter-readings', { ...query, status: 'RECORDED' }, signal),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
}

export function useReadingSummary(period: string | null) {
  return useQuery({
    queryKey: ['meter-readings', 'summary', period],
    queryFn: ({ signal }) =>
      api.get<ReadingSummary>('/meter-readings/summary', { period: period ?? '' }, signal),
    enabled: period !== null,
  });
}

export function useUsageHistory(customerNumber: string, period: string) {
  return useQuery({
    queryKey: ['meter-readings', 'context', customerNumber, period],
    queryFn: ({ signal }) =>
      api.get<ReadingContext>('/meter-readings/context', { customer_number: customerNumber, period }, signal),
    select: (context) => context.history,
  });
}

export interface Decision {
  reading: Reading;
  decision: 'VERIFY' | 'REREAD';
  note?: string;
}

export const decide = ({ reading, ...body }: Decision) =>
  api.post<Reading>(`/meter-readings/${String(reading.id)}/decision`, { ...body, version: reading.version });

export interface BatchScope {
  period: string;
  region_id?: number;
  severities: ReadingSeverity[];
}

export const verifyBatch = (scope: BatchScope) =>
  api.post<BatchVerification>('/meter-readings/verify-batch', { ...scope, dry_run: false });

/** The same rule as the batch itself, without deciding anything. */
export function useBatchCount(scope: BatchScope | null) {
  return useQuery({
    queryKey: ['meter-readings', 'verify-batch', scope],
    queryFn: () => api.post<BatchVerification>('/meter-readings/verify-batch', { ...scope, dry_run: true }),
    enabled: scope !== null,
    staleTime: 0,
  });
}
