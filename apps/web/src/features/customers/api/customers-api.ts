import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, download } from '../../../lib/api';
import type {
  Bill,
  Customer,
  CustomerHistoryEntry,
  CustomerState,
  ListQuery,
  Page,
  Payment,
  ReadingContext,
} from '../../../lib/api-types';

export type CustomersQuery = ListQuery & {
  state?: CustomerState;
  region_id?: number;
  route_id?: number;
  tariff_id?: number;
};

export interface NewCustomer {
  name: string;
  address: string;
  phone?: string;
  email?: string;
  nik?: string;
  region_id: number;
  route_id: number;
  tariff_id: number;
  meter: { serial: string; digits: number; size_mm: number; installed_stand: number; installed_on?: string };
}

export interface CustomerChange {
  version: number;
  name?: string;
  address?: string;
  phone?: string | null;
  email?: string | null;
  tariff_id?: number;
}

export function useCustomers(query: CustomersQuery) {
  return useQuery({
    queryKey: ['customers', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Customer>>('/customers', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export const exportCustomers = (query: CustomersQuery) =>
  download('/customers/export', { ...query }, 'pelanggan.csv');

export function useCustomer(id: number) {
  return useQuery({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => api.get<Customer>(`/customers/${String(id)}`, {}, signal),
  });
}

export const fetchCustomer = (id: number) => api.get<Customer>(`/customers/${String(id)}`);
export const createCustomer = (body: NewCustomer) => api.post<Customer>('/customers', body);
export const changeCustomer = ({ id, ...body }: CustomerChange & { id: number }) =>
  api.patch<Customer>(`/customers/${String(id)}`, body);
export const changeCustomerState = ({
  id,
  ...body
}: {
  id: number;
  state: CustomerState;
  reason: string;
  version: number;
}) => api.post<Customer>(`/customers/${String(id)}/state`, body);

export function useCustomerHistory(id: number) {
  return useQuery({
    queryKey: ['customers', id, 'history'],
    queryFn: ({ signal }) =>
      api.get<Page<CustomerHistoryEntry>>(`/customers/${String(id)}/history`, { page_size: 100 }, signal),
  });
}

export function useCustomerBills(id: number, page: number) {
  return useQuery({
    queryKey: ['bills', 'of-customer', id, page],
    queryFn: ({ signal }) =>
      api.get<Page<Bill>>('/bills', { customer_id: id, sort: '-period', page, page_size: 25 }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCustomerPayments(id: number, page: number) {
  return useQuery({
    queryKey: ['payments', 'of-customer', id, page],
    queryFn: ({ signal }) =>
      api.get<Page<Payment>>(
        '/payments',
        { customer_id: id, sort: '-posted_at', page, page_size: 25 },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

export function useCustomerUsage(customerNumber: string, period: string | undefined) {
  return useQuery({
    queryKey: ['meter-readings', 'context', customerNumber, period],
    queryFn: ({ signal }) =>
      api.get<ReadingContext>('/meter-readings/context', { customer_number: customerNumber, period }, signal),
    enabled: period !== undefined,
  });
}
