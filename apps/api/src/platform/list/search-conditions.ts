import { groupedDigits, keyForm, phoneForm, searchForm } from '@tirtapay/domain';
import type { ListDefinition, ListSearch, SearchSource } from './list-definition';

const MIN_TRIGRAM = 3;

/** Of a growing table: one letter begins half of all words. */
const LEAST_LETTERS = 2;

/** How much a person has to write before a list is searched. */
export function leastLetters({ indexed }: Pick<ListDefinition<never, unknown>, 'indexed'>): number {
  return indexed === undefined ? 1 : LEAST_LETTERS;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

/** `LIKE ''` matches nothing that is stored: a name is no number, and finds none. */
const NOTHING = '';

/** What a person typed, in the form it is held against: LIKE patterns, and whole keys. */
function patternsOf(search: string): Readonly<Record<string, string>> {
  const form = searchForm(search);
  const digits = groupedDigits(search);
  const prefix = `${escapeLike(form)}%`;
  return {
    // An index of three-letter pieces knows nothing of two letters, but it does know how words begin.
    $contains: form.length < MIN_TRIGRAM ? `% ${prefix}` : `%${prefix}`,
    $number: digits === '' ? NOTHING : `${digits}%`,
    $key: `${escapeLike(keyForm(search))}%`,
    $whole: keyForm(search),
    $typed: search.trim(),
    $phone: digits === '' ? NOTHING : `${phoneForm(search)}%`,
  };
}

/** What is looked for: by conditions on each row, and by statements that find identifiers. */
interface Searched {
  /** Any of them may match; null when no part of the list is searched so. */
  readonly condition: string | null;
  readonly sources: readonly FoundBy[];
}

/** A source with its parameters in place; `row` is null where it finds a handful at most. */
export interface FoundBy {
  readonly find: string;
  readonly row: string | null;
  /** Asked of many rows; null where they are asked one by one as well. */
  readonly among: string | null;
}

/**
 * The search box as SQL: any of the parts may match.
 * @param parameter takes a value and answers its place in the statement; it is called for nothing that is not used
 * @returns null when there is nothing to look for: blanks and apostrophes alone
 */
export function searchFor(
  parts: readonly ListSearch[],
  search: string,
  parameter: (value: unknown) => string,
): Searched | null {
  if (searchForm(search) === '' || parts.length === 0) return null;
  const patterns = patternsOf(search);
  const contains = `%${escapeLike(searchForm(search))}%`;
  const conditions: string[] = [];
  const sources: FoundBy[] = [];
  // Once each: a statement is given no parameter it does not name.
  const places = new Map<string, string>();
  const placeOf = (name: string): string => {
    const place = places.get(name) ?? parameter(patterns[name]);
    places.set(name, place);
    return place;
  };
  const filled = (text: string): string =>
    text.replaceAll(/\$(?:contains|number|key|whole|typed|phone)\b/g, placeOf);
  const foundBy = (source: SearchSource): FoundBy =>
    typeof source === 'string'
      ? { find: filled(source), row: null, among: null }
      : {
          find: filled(source.find),
          row: filled(source.row),
          among: source.among === undefined ? null : filled(source.among),
        };
  for (const part of parts) {
    if ('sources' in part) sources.push(...part.sources.map(foundBy));
    else conditions.push(conditionOf(part, search, patterns, contains, parameter));
  }
  if (sources.length > 0 && conditions.length > 0) throw new Error('a list is searched in one way');
  return { condition: conditions.length === 0 ? null : `(${conditions.join(' OR ')})`, sources };
}

function conditionOf(
  part: Extract<ListSearch, { match: unknown }>,
  search: string,
  patterns: Readonly<Record<string, string>>,
  contains: string,
  parameter: (value: unknown) => string,
): string {
  switch (part.match) {
    case 'exact':
      return `${part.expression} = ${parameter(search.trim())}`;
    case 'number':
      return `${part.expression} LIKE ${parameter(patterns.$number)}`;
    case 'key':
      return `key_form(${part.expression}) = ${parameter(keyForm(search))}`;
    case 'key prefix':
      return `key_form(${part.expression}) LIKE ${parameter(patterns.$key)}`;
    case 'contains':
      return `search_form(${part.expression}) LIKE ${parameter(contains)}`;
  }
}
