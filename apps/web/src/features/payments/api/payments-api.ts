import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, download } from '../../../lib/api';
import type {
  Approval,
  ListQuery,
  Page,
  Payment,
  PaymentDetail,
  PaymentStatus,
} from '../../../lib/api-types';

export type PaymentsQuery = ListQuery & {
  channel?: string;
  bank_id?: number;
  customer_id?: number;
  status?: PaymentStatus;
  business_date_from?: string;
  business_date_to?: string;
};

export function usePayments(query: PaymentsQuery) {
  return useQuery({
    queryKey: ['payments', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Payment>>('/payments', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function usePayment(id: number) {
  return useQuery({
    queryKey: ['payments', id],
    queryFn: ({ signal }) => api.get<PaymentDetail>(`/payments/${String(id)}`, {}, signal),
  });
}

export const exportPayments = (query: PaymentsQuery) =>
  download('/payments/export', { ...query }, 'pembayaran.csv');

export const requestReversal = ({ id, reason }: { id: number; reason: string }) =>
  api.post<Approval>(`/payments/${String(id)}/reversal-requests`, { reason });
