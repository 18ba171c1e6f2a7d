import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, download } from '../../../lib/api';
import type { Bill, BillDetail, BillState, ListQuery, Page } from '../../../lib/api-types';

export type BillsQuery = ListQuery & {
  state?: BillState;
  period?: string;
  region_id?: number;
  tariff_id?: number;
  customer_id?: number;
  overdue?: boolean;
};

export function useBills(query: BillsQuery) {
  return useQuery({
    queryKey: ['bills', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Bill>>('/bills', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useBill(id: number) {
  return useQuery({
    queryKey: ['bills', id],
    queryFn: ({ signal }) => api.get<BillDetail>(`/bills/${String(id)}`, {}, signal),
  });
}

export const exportBills = (query: BillsQuery) => download('/bills/export', { ...query }, 'rekening.csv');
