import { useQuery } from '@tanstack/react-query';
import {
  getBankCallOptions,
  listErrorCatalogueOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';

export const useBankCall = (id: number) => useQuery(getBankCallOptions({ path: { id } }));

/** What each of our codes means and what to do about it; it changes with a release only. */
export const useErrorEntry = (code: string | null) =>
  useQuery({
    ...listErrorCatalogueOptions(),
    staleTime: Infinity,
    enabled: code !== null,
    select: (entries) => entries.find((entry) => entry.code === code) ?? null,
  });
