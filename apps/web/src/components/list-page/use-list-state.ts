import { createSerializer, parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { addressParser } from './address-parser';
import type { Asked } from './list-api';
import type { Codec, SortRule } from './list-codecs';
import {
  choiceCodec,
  choicesCodec,
  dateCodec,
  flagCodec,
  idCodec,
  periodCodec,
  searched,
  sortCodec,
  straysIn,
  textCodec,
  toggleSort,
} from './list-codecs';
import type { FilterDefinition, ListDefinition } from './list-types';

export const PAGE_SIZES = [25, 50, 100];

const CODECS = {
  boolean: flagCodec,
  integer: idCodec,
  date: dateCodec,
  period: periodCodec,
  text: textCodec,
} as const;

/** How the values of a filter stand in the address, from what the server takes. */
function codecOf({ type, choices, many }: FilterDefinition): Codec<string | number | boolean> {
  if (choices === undefined) return CODECS[type];
  return many === true ? choicesCodec(choices) : choiceCodec(choices);
}

/** Where a page begins that is too far for a number: behind or in front of a row, or at the end of the list. */
interface Place {
  direction: 'after' | 'before';
  row: string;
}

/** What a list shows. All of it stands in the address: a reload, a link and the Back button give the same list. */
export interface ListState {
  query: Asked;
  /** With a place, the number of its page; 1 where nobody counted the pages in front of it. */
  page: number;
  place: Place | null;
  pageSize: number;
  sort: SortRule[];
  search: string;
  /** The filters as they stand in the address. */
  filters: Record<string, string | null>;
  isFiltered: boolean;
  /** What of the address filters and orders nothing, because nobody understands it. */
  strays: readonly { readonly name: string; readonly text: string }[];
  /** What of it is a view, in the notation of the address: without the page somebody has turned to. */
  view: string;
  /** Shows a view instead of what is shown. */
  showView: (view: string) => void;
  setPage: (page: number) => void;
  /** @param page the number of the page, where it is known */
  goOn: (place: Place, page: number | null) => void;
  setPageSize: (size: number) => void;
  toggleSort: (key: string, add: boolean) => void;
  /** One order, `-created_at` in the notation of the API; null is the order the list has by itself. */
  setSort: (text: string | null) => void;
  setSearch: (text: string) => void;
  setFilter: (name: string, value: string | null) => void;
  clear: () => void;
  /** Takes away what the API does not understand, without a step of its own in the history. */
  drop: (names: readonly string[]) => void;
}

/** @param own values of the address that only the screen understands */
export function useListState(
  definition: Pick<ListDefinition, 'sort' | 'filters' | 'search_min'>,
  own: Readonly<Record<string, Codec<string>>> = {},
): ListState {
  const codecs = Object.entries(definition.filters).map(([name, filter]) => [name, codecOf(filter)] as const);
  const all: (readonly [string, Codec<unknown>])[] = [...codecs, ...Object.entries(own)];
  const sorts = sortCodec(definition.sort);
  const parsers = useMemo(
    () => ({
      page: parseAsInteger.withDefault(1),
      page_size: parseAsInteger.withDefault(25),
      after: parseAsString,
      before: parseAsString,
      q: parseAsString.withDefault(''),
      sort: addressParser(sorts),
      ...Object.fromEntries(all.map(([name, codec]) => [name, addressParser(codec)])),
    }),
    // What the server says of a list does not change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  const [held, setValues] = useQueryStates(parsers, {
    history: 'push',
    shallow: false,
    clearOnDefault: true,
  });
  const strays = straysIn([...all, ['sort', sorts]], new URLSearchParams(useLocation().search));
  // Of a name that is there twice the parser holds the first; the list goes by neither, as it says.
  const values: typeof held = { ...held, ...Object.fromEntries(strays.map(({ name }) => [name, null])) };
  const filters = Object.fromEntries(
    all.map(([name]) => [name, (values as unknown as Record<string, string | null>)[name] ?? null]),
  );
  const page = Math.max(1, values.page);
  const pageSize = PAGE_SIZES.includes(values.page_size) ? values.page_size : 25;
  const sort = values.sort === null ? [] : (sorts.parse(values.sort) ?? []);
  const search = values.q;
  const place = placeOf(values);
  const first = { page: null, after: null, before: null };
  const change = (next: Record<string, unknown>) => void setValues({ ...first, ...next });

  const query: Record<string, string | number | boolean> =
    place === null ? { page, page_size: pageSize } : { [place.direction]: place.row, page_size: pageSize };
  if (values.sort !== null) query.sort = values.sort;
  const looked = searched(search, definition.search_min ?? 1);
  if (looked !== undefined) query.q = looked;
  for (const [name, codec] of codecs) {
    const text = filters[name];
    const value = text == null ? null : codec.parse(text);
    if (value !== null) query[name] = value;
  }

  const { page: _page, after: _after, before: _before, ...viewed } = parsers;

  return {
    query,
    // Of the values and not of the browser's address, which follows them a moment later.
    view: createSerializer(viewed)(values).replace(/^\?/, ''),
    showView: (view) => {
      const asked = new URLSearchParams(view);
      const next = Object.entries(viewed).map(([name, parser]) => {
        const text = asked.get(name);
        return [name, text === null ? null : parser.parse(text)] as const;
      });
      change(Object.fromEntries(next));
    },
    page,
    place,
    pageSize,
    sort,
    search,
    filters,
    strays,
    isFiltered: search.trim() !== '' || Object.values(filters).some((value) => value !== null),
    setPage: (next) => void setValues({ ...first, page: next }),
    goOn: ({ direction, row }, next) => void setValues({ ...first, page: next, [direction]: row }),
    setPageSize: (size) => {
      change({ page_size: size });
    },
    toggleSort: (key, add) => {
      const rules = toggleSort(sort, key, add);
      change({ sort: rules.length === 0 ? null : sorts.format(rules) });
    },
    setSort: (text) => {
      change({ sort: text });
    },
    setSearch: (text) => void setValues({ ...first, q: text === '' ? null : text }, { history: 'replace' }),
    setFilter: (name, value) => {
      change({ [name]: value });
    },
    clear: () => {
      change({ q: null, ...Object.fromEntries(all.map(([name]) => [name, null])) });
    },
    drop: (names) => {
      const gone = names.filter((name) => name in parsers);
      if (gone.length > 0)
        void setValues(Object.fromEntries(gone.map((name) => [name, null])), { history: 'replace' });
    },
  };
}

function placeOf({ after, before }: { after: string | null; before: string | null }): Place | null {
  if (after !== null) return { direction: 'after', row: after };
  return before === null ? null : { direction: 'before', row: before };
}
