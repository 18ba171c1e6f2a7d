import { LISTS } from '@tirtapay/api-client/lists.gen';
import type { ListName } from '@tirtapay/api-client/lists.gen';
import type { Page } from '@tirtapay/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Asked } from './list-api';
import { askPage } from './list-api';
import type { Codec } from './list-codecs';
import type { ListDefinition, RowOf } from './list-types';
import type { ListState } from './use-list-state';
import { useListState } from './use-list-state';

interface Own {
  /** Values of the address that the screen itself understands, besides the filters of the server. */
  codecs: Readonly<Record<string, Codec<string>>>;
  /** What they mean to the server. */
  asked: (values: Readonly<Record<string, string | null>>) => Asked;
}

export interface List<N extends ListName> extends ListState {
  name: N;
  definition: ListDefinition;
  /** What the server is asked for, page and order included. */
  asked: Asked;
  answer: UseQueryResult<Page<RowOf<N>>>;
}

/**
 * A list of the server, by the name of its operation: the server says what it sorts, filters and adds up; the address says
 * what of it is shown.
 */
export function useList<N extends ListName>(name: N, own?: Own): List<N> {
  const definition: ListDefinition = LISTS[name];
  const state = useListState(definition, own?.codecs);
  const asked = own === undefined ? state.query : { ...state.query, ...own.asked(state.filters) };
  const answer = useQuery({
    queryKey: [name, asked],
    queryFn: ({ signal }) => askPage<RowOf<N>>(definition.path, asked, signal),
    placeholderData: keepPreviousData,
  });
  return { ...state, name, definition, asked, answer };
}
