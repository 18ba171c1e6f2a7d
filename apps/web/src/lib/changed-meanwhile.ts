import type { ApiProblem } from './api-problem';
import { fieldName } from './field-words';

/** Of a record somebody else changed first: which fields, by their names on screens. Nothing where none has a name. */
export function changedMeanwhile({
  code,
  extensions,
}: Pick<ApiProblem, 'code' | 'extensions'>): string | undefined {
  const { changed } = extensions;
  if (code !== 'version.conflict' || !Array.isArray(changed)) return undefined;
  const names = changed.flatMap((one) => (typeof one === 'string' ? (fieldName(one) ?? []) : []));
  return names.length === 0 ? undefined : names.join(', ');
}
