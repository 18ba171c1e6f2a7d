import type {
  PublicCounterDto,
  PublicDisputeDto,
  PublicInfoDto,
  PublicInquiryDto,
  PublicMethodDto,
  PublicReceiptDto,
  PublicTariffDto,
  ReceiptVerificationDto,
  TellerInstructionsDto,
} from '@tirtapay/api-client';
import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../../i18n';
import { publicApi } from './call';

const RARELY_CHANGES = 30 * 60_000;
const part = encodeURIComponent;

export const infoQuery = queryOptions({
  queryKey: ['info'],
  queryFn: ({ signal }) => publicApi.get<PublicInfoDto>('/info', signal),
  staleTime: RARELY_CHANGES,
});

/** Asked anew on every visit: another phone, or the bank's counter, may have paid in the meantime. */
export const inquiryQuery = (token: string) =>
  queryOptions({
    queryKey: ['inquiry', token],
    queryFn: ({ signal }) => publicApi.get<PublicInquiryDto>(`/inquiries/${part(token)}`, signal),
    staleTime: 10_000,
    refetchOnWindowFocus: true,
  });

export const methodsQuery = (token: string) =>
  queryOptions({
    queryKey: ['methods', token],
    queryFn: ({ signal }) =>
      publicApi.get<PublicMethodDto[]>(`/payment-methods?token=${part(token)}`, signal),
    staleTime: 10_000,
  });

export const tellerQuery = (token: string, bankCode: string, language: Language) =>
  queryOptions({
    queryKey: ['teller', token, bankCode, language],
    queryFn: ({ signal }) =>
      publicApi.get<TellerInstructionsDto>(
        `/teller-instructions/${part(bankCode)}?token=${part(token)}&lang=${language}`,
        signal,
      ),
    staleTime: RARELY_CHANGES,
  });

export const countersQuery = (token: string, bankCode: string) =>
  queryOptions({
    queryKey: ['counters', token, bankCode],
    queryFn: ({ signal }) =>
      publicApi.get<PublicCounterDto[]>(`/inquiries/${part(token)}/counters?bank=${part(bankCode)}`, signal),
    staleTime: RARELY_CHANGES,
  });

export const receiptQuery = (token: string) =>
  queryOptions({
    queryKey: ['receipt', token],
    queryFn: ({ signal }) => publicApi.get<PublicReceiptDto>(`/receipts/${part(token)}`, signal),
    staleTime: 60_000,
  });

export const disputeQuery = (ticket: string) =>
  queryOptions({
    queryKey: ['dispute', ticket],
    queryFn: ({ signal }) => publicApi.get<PublicDisputeDto>(`/disputes/${part(ticket)}`, signal),
    staleTime: 10_000,
  });

export const verificationQuery = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: ({ signal }) =>
      publicApi.get<ReceiptVerificationDto>(`/receipt-verifications/${part(code)}`, signal),
    staleTime: 60_000,
  });

export const tariffsQuery = queryOptions({
  queryKey: ['tariffs'],
  queryFn: ({ signal }) => publicApi.get<PublicTariffDto[]>('/tariffs', signal),
  staleTime: RARELY_CHANGES,
});
