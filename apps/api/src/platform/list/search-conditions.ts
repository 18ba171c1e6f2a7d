import { groupedDigits, keyForm, phoneForm, searchForm } from '@tirtapay/domain';
import type { ListSearch } from './list-definition';

const MIN_TRIGRAM = 3;

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

/** `LIKE ''` matches nothing that is stored: a name is no number, and finds none. */
const NOTHING = '';

/** LIKE patterns of what a person typed, by the kind of column they are held against. */
function patternsOf(search: string): Readonly<Record<string, string>> {
  const form = searchForm(search);
  const digits = groupedDigits(search);
  const prefix = `${escapeLike(form)}%`;
  return {
    // An index of three-letter pieces knows nothing of two letters, but it does know how words begin.
    $contains: form.length < MIN_TRIGRAM ? `% ${prefix}` : `%${prefix}`,
    $number: digits === '' ? NOTHING : `${digits}%`,
    $key: `${escapeLike(keyForm(search))}%`,
    $phone: digits === '' ? NOTHING : `${phoneForm(search)}%`,
  };
}

/**
 * The search box as a condition: any of the parts may match.
 * @param parameter takes a value and answers its place in the statement; it is called for nothing that is not used
 * @returns null when there is nothing to look for: blanks and apostrophes alone
 */
export function searchCondition(
  parts: readonly ListSearch[],
  search: string,
  parameter: (value: unknown) => string,
): string | null {
  if (searchForm(search) === '' || parts.length === 0) return null;
  const patterns = patternsOf(search);
  const contains = `%${escapeLike(searchForm(search))}%`;
  const conditions = parts.map((part) => {
    if ('condition' in part)
      return part.condition.replaceAll(/\$(?:contains|number|key|phone)\b/g, (name) =>
        parameter(patterns[name]),
      );
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
  });
  return `(${conditions.join(' OR ')})`;
}
