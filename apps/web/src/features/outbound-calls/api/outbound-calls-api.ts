import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListOutboundCallsData } from '@tirtapay/api-client';
import {
  getOutboundCallOptions,
  listOutboundCallsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';

export const useOutboundCalls = (query: NonNullable<ListOutboundCallsData['query']>) =>
  useQuery({ ...listOutboundCallsOptions({ query }), placeholderData: keepPreviousData });

export const useOutboundCall = (id: number) => useQuery(getOutboundCallOptions({ path: { id } }));
