import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { requestPaymentReversal } from '@tirtapay/api-client';
import { getPaymentOptions, readReportOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const usePayment = (id: number) => useQuery(getPaymentOptions({ path: { id } }));

/** A row of the report of receipts: a day, a collector, a channel. */
export interface ReceiptsRow {
  bank: string;
  collector_id: number;
  channel: string;
  payments: number;
  amount: number;
}

export const useReceipts = (range: { from: string; to: string } | null) =>
  useQuery({
    ...readReportOptions({ path: { key: 'payments' }, query: { ...range } }),
    enabled: range !== null,
    placeholderData: keepPreviousData,
    select: ({ rows, totals }) => ({
      rows: rows as unknown as ReceiptsRow[],
      count: totals.payments ?? 0,
      amount: totals.amount ?? 0,
    }),
  });

export const requestReversal = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(requestPaymentReversal({ path: { id }, body: { reason }, throwOnError: true }));
