import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  exportPayments as exportAll,
  printPaymentReceipt,
  requestPaymentReversal,
} from '@tirtapay/api-client';
import type { ListPaymentsData } from '@tirtapay/api-client';
import {
  getPaymentOptions,
  getPaymentSummaryOptions,
  listPaymentsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type PaymentsQuery = NonNullable<ListPaymentsData['query']>;

export const usePayments = (query: PaymentsQuery) =>
  useQuery({ ...listPaymentsOptions({ query }), placeholderData: keepPreviousData });

export const usePayment = (id: number) => useQuery(getPaymentOptions({ path: { id } }));

export const usePaymentSummary = (range: { from: string; to: string } | null) =>
  useQuery({
    ...getPaymentSummaryOptions({ query: range ?? { from: '', to: '' } }),
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });

export const exportPayments = ({ page: _page, page_size: _size, ...query }: PaymentsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'pembayaran.csv');

export const requestReversal = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(requestPaymentReversal({ path: { id }, body: { reason }, throwOnError: true }));

export const printReceipt = (id: number) =>
  saveExport(printPaymentReceipt({ path: { id }, ...AS_FILE }), 'kuitansi.pdf');
