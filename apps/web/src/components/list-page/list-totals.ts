import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Asked, Totals } from './list-api';
import { askExactly, askTotals } from './list-api';

/**
 * How many rows a filter has and what they add up to. Asked apart from the page: adding up a million rows takes longer
 * than showing twenty-five.
 */
export function useTotals(path: string, filter: Asked, enabled: boolean): UseQueryResult<Totals> {
  const { sort: _sort, ...rows } = filter;
  return useQuery({
    queryKey: [path, 'totals', rows],
    queryFn: ({ signal }) => askTotals(path, rows, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** All rows of a filter, counted when somebody asks: a million take the server a moment, and hardly anybody wants to know. */
export function useExactCount(path: string, filter: Asked): UseQueryResult<number> {
  const { sort: _sort, ...rows } = filter;
  return useQuery({
    queryKey: [path, 'exact', rows],
    queryFn: ({ signal }) => askExactly(path, rows, signal),
    enabled: false,
  });
}
