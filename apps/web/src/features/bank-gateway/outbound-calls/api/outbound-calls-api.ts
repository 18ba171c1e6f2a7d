import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportOutboundCalls as exportAll } from '@tirtapay/api-client';
import type { ListOutboundCallsData } from '@tirtapay/api-client';
import {
  getOutboundCallOptions,
  listOutboundCallsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { AS_FILE, saveExport } from '../../../../lib/api';

type CallsQuery = NonNullable<ListOutboundCallsData['query']>;

export const useOutboundCalls = (query: CallsQuery) =>
  useQuery({ ...listOutboundCallsOptions({ query }), placeholderData: keepPreviousData });

export const useOutboundCall = (id: number) => useQuery(getOutboundCallOptions({ path: { id } }));

export const exportOutboundCalls = ({ page: _page, page_size: _size, ...query }: CallsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'panggilan-ke-bank.csv');
