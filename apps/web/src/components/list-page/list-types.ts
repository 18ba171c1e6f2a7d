import type { LISTS, ListName, ListRows } from '@tirtapay/api-client/lists.gen';
import type { Language } from '@tirtapay/domain';
import type { ReactNode } from 'react';

/** What the server says of a list; what a screen adds are words and how a value is drawn. */
export interface ListDefinition {
  readonly path: string;
  /** Titles of the columns, which stand in its files as well. */
  readonly columns: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  readonly export: string | null;
  /** Keys it sorts by: those of the columns, and of things no column shows. */
  readonly sort: readonly string[];
  readonly search: boolean;
  /** Letters the search box wants at least. */
  readonly search_min?: number;
  readonly filters: Readonly<Record<string, FilterDefinition>>;
  /** What the totals row adds up, by the key of the column. */
  readonly sums: Readonly<Record<string, 'money' | 'number'>>;
}

export interface FilterDefinition {
  readonly type: 'text' | 'integer' | 'boolean' | 'date' | 'period';
  readonly choices?: readonly string[];
  /** Takes several of them at once. */
  readonly many?: boolean;
}

export type RowOf<N extends ListName> = ListRows[N];
type FiltersOf<N extends ListName> = (typeof LISTS)[N]['filters'];
type Values<D> = D extends { choices: readonly (infer Choice extends string)[] } ? Choice : string;

/** How a screen draws a column; what stands above it the server says. */
export interface ListColumn<T, Key extends string = string> {
  /** Name of the column; also the key the server sorts and adds up by, where it does. */
  key: Key;
  render: (row: T) => ReactNode;
  align?: 'left' | 'right' | 'center';
  /** Not shown until the person asks for it. */
  optional?: boolean;
  /** Cannot be hidden: it names the row and links to it. */
  locked?: boolean;
  width?: number;
  /** Long text breaks into lines or is cut at `width`; everything else stays on one line in full. */
  overflow?: 'wrap' | 'cut';
}

/** The columns a screen draws of a list, in its order. */
export type ColumnsOf<N extends ListName> = ListColumn<
  RowOf<N>,
  keyof (typeof LISTS)[N]['columns'] & string
>[];

/** A column as it is drawn. */
export interface TitledColumn<T> extends ListColumn<T> {
  title: string;
}

export function titled<T>(
  { columns: titles }: Pick<ListDefinition, 'columns'>,
  columns: readonly ListColumn<T>[],
  language: Language,
): TitledColumn<T>[] {
  return columns.map((column) => ({ ...column, title: titles[column.key]?.[language] ?? column.key }));
}

/** The words of one filter. What kind of field it is follows from what the server says of it. */
export interface FilterWords<Value extends string = string> {
  label: string;
  /** A value as people say it. */
  text?: (value: Value) => string;
  /** Values of a filter whose values are rows of another list. */
  options?: { value: string; label: string }[];
  /** Only set by a link into the list; shown as a chip that can be taken away. */
  linked?: boolean;
  /** What the row is called that a link chose, as far as the screen knows it. */
  name?: string | null | undefined;
}

/** Numbers somebody reads somewhere and types. Every other one is the key of a row, which nobody knows by heart. */
export const TYPED_NUMBERS = ['http_status'] as const;

/**
 * What a filter by the key of a row needs: rows to choose from, or a link that sets it and what that row is called. Nobody is
 * handed the key itself, so that no chip can show it.
 */
type KeyWords =
  | Required<Pick<FilterWords, 'label' | 'options'>>
  | { label: string; linked: true; name: string | null | undefined };

type WordsOf<Name, D> = D extends { type: 'integer' }
  ? Name extends (typeof TYPED_NUMBERS)[number]
    ? FilterWords
    : KeyWords
  : FilterWords<Values<D>>;

/** Every filter of the server by its name, in the order of the screen; `null` for one this screen does not offer. */
export type ListFilters<N extends ListName> = {
  [F in keyof FiltersOf<N>]: WordsOf<F, FiltersOf<N>[F]> | null;
};

/** A filter as it is drawn. */
export type ListFilter =
  | {
      kind: 'choice';
      name: string;
      label: string;
      options: { value: string; label: string }[];
      /** The values are keys of rows: one that is not among them has no words. */
      keys: boolean;
    }
  | { kind: 'period' | 'date'; name: string; label: string }
  /** Typed in full, taken with Enter: the API compares it as a whole or from its beginning. */
  | { kind: 'text'; name: string; label: string }
  | { kind: 'linked'; name: string; label: string; text: (value: string) => string | undefined };

const same = (value: string) => value;

const isKey = (name: string, { type }: FilterDefinition): boolean =>
  type === 'integer' && !TYPED_NUMBERS.some((number) => number === name);

function drawn(name: string, definition: FilterDefinition, words: FilterWords): ListFilter {
  const { label, text = same, options, linked = false } = words;
  const keys = isKey(name, definition);
  if (linked) return { kind: 'linked', name, label, text: keys ? () => words.name ?? undefined : text };
  if (options !== undefined) return { kind: 'choice', name, label, options, keys };
  const choices = definition.choices ?? (definition.type === 'boolean' ? ['true', 'false'] : undefined);
  if (choices !== undefined)
    return {
      kind: 'choice',
      name,
      label,
      options: choices.map((value) => ({ value, label: text(value) })),
      keys,
    };
  if (definition.type === 'period' || definition.type === 'date')
    return { kind: definition.type, name, label };
  return keys
    ? { kind: 'linked', name, label, text: () => words.name ?? undefined }
    : { kind: 'text', name, label };
}

/** What the server says of the filters, with the words of the screen. */
export function drawnFilters(
  definitions: ListDefinition['filters'],
  words: Readonly<Record<string, FilterWords | null>>,
): ListFilter[] {
  return Object.entries(words).flatMap(([name, own]) => {
    const definition = definitions[name];
    return definition === undefined || own === null ? [] : [drawn(name, definition, own)];
  });
}

/** What a value is called; null for the key of a row that nobody here has a name for. */
export function nameOf(
  filter: Extract<ListFilter, { kind: 'choice' | 'linked' }>,
  value: string,
): string | null {
  if (filter.kind === 'linked') return filter.text(value) ?? null;
  const label = (text: string) => filter.options.find((option) => option.value === text)?.label;
  const several = value.split(',').map((part) => label(part) ?? part);
  return label(value) ?? (filter.keys ? null : several.join(', '));
}
