import type { HistoryAccessDto, PublicHistoryDto } from '@tirtapay/api-client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../lib/api-problem';
import { publicApi } from '../api/call';

export type Months = 12 | 24;

const part = encodeURIComponent;
/** The proof lives half an hour; it is kept in the memory of the page, so that closing the page forgets it. */
const KEPT_MS = 30 * 60_000;

const accessKey = (token: string) => ['history-access', token];

const historyQuery = (token: string, months: Months, proof: string) =>
  queryOptions({
    queryKey: ['history', token, proof, months],
    queryFn: ({ signal }) =>
      publicApi.get<PublicHistoryDto>(`/inquiries/${part(token)}/history?months=${String(months)}`, signal, {
        'X-History-Token': proof,
      }),
    staleTime: 30_000,
    gcTime: KEPT_MS,
    retry: false,
  });

/** Whether the digits were given, and what they opened. */
export function useHistory(token: string, months: Months) {
  const queryClient = useQueryClient();
  const access = useQuery<HistoryAccessDto | null>({
    queryKey: accessKey(token),
    queryFn: () => null,
    enabled: false,
    gcTime: KEPT_MS,
    initialData: null,
  });
  const proof = access.data?.history_token ?? '';
  const history = useQuery({
    ...historyQuery(token, months, proof),
    enabled: proof !== '',
    // Twelve months stay while twenty-four are fetched; another customer's months never do.
    placeholderData: (previous, query) => (query?.queryKey[1] === token ? previous : undefined),
  });
  const ended = history.error instanceof ApiProblem && history.error.code === 'public.second_factor_required';
  const unlock = useMutation({
    mutationFn: (digits: string) =>
      publicApi.post<HistoryAccessDto>(`/inquiries/${part(token)}/history-access`, { meter_digits: digits }),
    onSuccess: (opened) => {
      queryClient.setQueryData(accessKey(token), opened);
    },
  });
  return {
    proof,
    locked: proof === '' || ended,
    ended,
    unlock,
    history,
    close: () => {
      unlock.reset();
      queryClient.setQueryData(accessKey(token), null);
      queryClient.removeQueries({ queryKey: ['history', token] });
    },
  };
}
