import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { requestPaymentReversal } from '@tirtapay/api-client';
import { getPaymentOptions, getPaymentSummaryOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const usePayment = (id: number) => useQuery(getPaymentOptions({ path: { id } }));

export const usePaymentSummary = (range: { from: string; to: string } | null) =>
  useQuery({
    ...getPaymentSummaryOptions({ query: range ?? { from: '', to: '' } }),
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });

export const requestReversal = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(requestPaymentReversal({ path: { id }, body: { reason }, throwOnError: true }));
