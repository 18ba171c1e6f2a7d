import { isBusinessDate, isCustomerNumber, isPeriod, searchForm } from '@tirtapay/domain';

export interface SortRule {
  key: string;
  descending: boolean;
}

/** How a value of a list stands in the address of the page. `parse` answers null for anything it did not write. */
export interface Codec<T> {
  parse(text: string): T | null;
  format(value: T): string;
}

export const textCodec: Codec<string> = {
  parse: (text) => (text.trim() === '' ? null : text),
  format: (value) => value,
};

/** More than this nobody looks for; the server takes no more. */
export const LONGEST_SEARCH = 100;

/**
 * What is looked for, by the measure of the server: an apostrophe alone finds everything, and of fewer letters than the list
 * needs it waits for the next one. @returns undefined as long as nothing is looked for
 */
export function searched(written: string, least: number): string | undefined {
  const text = written.trim();
  const { length } = searchForm(text);
  return length < Math.max(least, 1) || text.length > LONGEST_SEARCH ? undefined : text;
}

export const idCodec: Codec<number> = {
  parse: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null),
  format: String,
};

export const flagCodec: Codec<boolean> = {
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  format: String,
};

export const periodCodec: Codec<string> = {
  parse: (text) => (isPeriod(text) ? text : null),
  format: (value) => value,
};

export const dateCodec: Codec<string> = {
  parse: (text) => (isBusinessDate(text) ? text : null),
  format: (value) => value,
};

export const customerCodec: Codec<string> = {
  parse: (text) => (isCustomerNumber(text) ? text : null),
  format: (value) => value,
};

export function choiceCodec<T extends string>(values: readonly T[]): Codec<T> {
  return { parse: (text) => values.find((value) => value === text) ?? null, format: (value) => value };
}

/** `ISSUED,PAID`, the notation of the API for several at once; one that is unknown or there twice makes the whole one nobody's. */
export function choicesCodec(values: readonly string[]): Codec<string> {
  return {
    parse(text) {
      const parts = text.split(',');
      const known = parts.every((part) => values.includes(part)) && new Set(parts).size === parts.length;
      return known ? text : null;
    },
    format: (value) => value,
  };
}

/**
 * What the address asks of these and none of them understands: mistyped, gone, or said twice. The list is not filtered by
 * it, and says so, or all of it would be taken for what was asked for.
 */
export function straysIn(
  codecs: readonly (readonly [string, Codec<unknown>])[],
  address: URLSearchParams,
): { readonly name: string; readonly text: string }[] {
  return codecs.flatMap(([name, codec]) => {
    const [only = '', ...more] = address.getAll(name);
    const understood = more.length === 0 && (only === '' || codec.parse(only) !== null);
    return understood ? [] : [{ name, text: address.getAll(name).join(', ') }];
  });
}

/** `-created_at,name`, the notation of the API; keys that the list cannot sort by are refused. */
export function sortCodec(sortable: readonly string[]): Codec<SortRule[]> {
  return {
    parse(text) {
      const rules = text
        .split(',')
        .map((part) => ({ key: part.replace(/^-/, ''), descending: part.startsWith('-') }));
      const known = rules.every((rule) => sortable.includes(rule.key));
      const unique = new Set(rules.map((rule) => rule.key)).size === rules.length;
      return known && unique ? rules : null;
    },
    format: (rules) => rules.map((rule) => (rule.descending ? '-' : '') + rule.key).join(','),
  };
}

/** A click sorts by one column, up then down then not; with Shift it adds the column to the order. */
export function toggleSort(rules: readonly SortRule[], key: string, add: boolean): SortRule[] {
  const current = rules.find((rule) => rule.key === key);
  const next: SortRule[] =
    current === undefined
      ? [{ key, descending: false }]
      : current.descending
        ? []
        : [{ key, descending: true }];
  if (!add) return next;
  if (current === undefined) return [...rules, ...next];
  return rules.flatMap((rule) => (rule.key === key ? next : [rule]));
}
