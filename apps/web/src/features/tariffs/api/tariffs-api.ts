import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type {
  FixedCharge,
  ListQuery,
  Minimum,
  Page,
  Tariff,
  TariffBlock,
  TariffDetail,
  TariffGroup,
  TariffVersion,
} from '../../../lib/api-types';

export type TariffsQuery = ListQuery & { kelompok?: TariffGroup; active?: boolean };

export interface VersionProposal {
  legal_basis: string;
  valid_from: string;
  blocks: TariffBlock[];
  fixed_charges: FixedCharge[];
  minimum: Minimum;
}

export function useTariffList(query: TariffsQuery) {
  return useQuery({
    queryKey: ['tariffs', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Tariff>>('/tariffs', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useTariff(id: number) {
  return useQuery({
    queryKey: ['tariffs', id],
    queryFn: ({ signal }) => api.get<TariffDetail>(`/tariffs/${String(id)}`, {}, signal),
  });
}

export const createTariff = (body: { code: string; name: string; kelompok: TariffGroup }) =>
  api.post<Tariff>('/tariffs', body);

export const proposeVersion = ({ id, ...body }: VersionProposal & { id: number }) =>
  api.post<TariffVersion>(`/tariffs/${String(id)}/versions`, body);
