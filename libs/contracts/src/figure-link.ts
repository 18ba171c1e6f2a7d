type Value = string | number | null | undefined;
type Values = Readonly<Record<string, Value>>;

const PLACE = /\{([a-z_0-9]+)(\??)\}/g;

const textOf = (values: Values, name: string): string => String(values[name] ?? '');

/** The places of a text that have no value, must-be ones (`''`) and others (`'?'`). */
function empty(text: string, values: Values): string[] {
  return [...text.matchAll(PLACE)].flatMap(([, name = '', optional = '']) =>
    textOf(values, name) === '' ? [optional] : [],
  );
}

/**
 * The address behind a figure, from the template of its column: `/bills?period={period}&region_id={region_id?}`. A `{name?}`
 * without a value leaves its part of the query out; without a value for a `{name}` there is no such list. Of several
 * templates, told apart by ` | `, the first that can be filled.
 * @param values of the row and of what was asked
 */
export function figureLink(template: string, values: Values): string | null {
  for (const one of template.split(' | ')) {
    const address = filled(one, values);
    if (address !== null) return address;
  }
  return null;
}

function filled(template: string, values: Values): string | null {
  if (empty(template, values).includes('')) return null;
  const fill = (text: string) =>
    text.replace(PLACE, (_, name: string) => encodeURIComponent(textOf(values, name)));
  const [path = '', query = ''] = template.split(/\?(?!\})/);
  const parts = query
    .split('&')
    .filter((part) => part !== '' && empty(part, values).length === 0)
    .map(fill);
  return parts.length === 0 ? fill(path) : `${fill(path)}?${parts.join('&')}`;
}
