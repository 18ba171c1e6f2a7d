import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportBankCalls as exportAll } from '@tirtapay/api-client';
import type { ListBankCallsData } from '@tirtapay/api-client';
import {
  getBankCallOptions,
  listBankCallsOptions,
  listErrorCatalogueOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { AS_FILE, saveExport } from '../../../../lib/api';

type CallsQuery = NonNullable<ListBankCallsData['query']>;

export const useBankCalls = (query: CallsQuery) =>
  useQuery({ ...listBankCallsOptions({ query }), placeholderData: keepPreviousData });

export const useBankCall = (id: number) => useQuery(getBankCallOptions({ path: { id } }));

/** What each of our codes means and what to do about it; it changes with a release only. */
export const useErrorEntry = (code: string | null) =>
  useQuery({
    ...listErrorCatalogueOptions(),
    staleTime: Infinity,
    enabled: code !== null,
    select: (entries) => entries.find((entry) => entry.code === code) ?? null,
  });

export const exportBankCalls = ({ page: _page, page_size: _size, ...query }: CallsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'log-permintaan.csv');
