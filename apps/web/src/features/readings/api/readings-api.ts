import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type {
  ListQuery,
  Page,
  Reading,
  ReadingContext,
  ReadingPreview,
  ReadingSeverity,
  ReadingStatus,
} from '../../../lib/api-types';

export type ReadingsQuery = ListQuery & {
  period?: string;
  status?: ReadingStatus;
  severity?: ReadingSeverity;
  region_id?: number;
  customer_id?: number;
};

export interface StandEntry {
  customer_number: string;
  period: string;
  current_stand?: number;
  condition_code: string;
  rollover: boolean;
}

export function useReadings(query: ReadingsQuery) {
  return useQuery({
    queryKey: ['meter-readings', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Reading>>('/meter-readings', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useReading(id: number) {
  return useQuery({
    queryKey: ['meter-readings', id],
    queryFn: ({ signal }) => api.get<Reading>(`/meter-readings/${String(id)}`, {}, signal),
  });
}

export function useReadingContext(customerNumber: string | null, period: string | null) {
  return useQuery({
    queryKey: ['meter-readings', 'context', customerNumber, period],
    queryFn: ({ signal }) =>
      api.get<ReadingContext>(
        '/meter-readings/context',
        { customer_number: customerNumber ?? '', period: period ?? '' },
        signal,
      ),
    enabled: customerNumber !== null && period !== null,
  });
}

/** The price of what is being typed, asked from the server so that the screen and the bill never differ. */
export function useReadingPreview(entry: StandEntry | null) {
  return useQuery({
    queryKey: ['meter-readings', 'preview', entry],
    queryFn: () => api.post<ReadingPreview>('/meter-readings/preview', entry),
    enabled: entry !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export const recordReading = (body: StandEntry & { client_id: string; note?: string }) =>
  api.post<Reading>('/meter-readings', body);
