type Value = string | number | null | undefined;

const PLACE = /\{([a-z_0-9]+)(\??)\}/g;

/**
 * The address behind a figure, from the template of its column: `/bills?period={period}&region_id={region_id?}`. A `{name?}`
 * without a value leaves its part of the query out; without a value for a `{name}` there is no such list.
 * @param values of the row and of what was asked
 */
export function figureLink(template: string, values: Readonly<Record<string, Value>>): string | null {
  const [path = '', query = ''] = template.split('?', 1).concat(template.split('?').slice(1).join('?'));
  let missing = false;
  const fill = (text: string): string | null => {
    let left = false;
    const filled = text.replace(PLACE, (_, name: string, optional: string) => {
      const value = values[name] ?? '';
      if (value === '') {
        if (optional === '') missing = true;
        else left = true;
      }
      return encodeURIComponent(String(value));
    });
    return left ? null : filled;
  };
  const address = fill(path);
  const parts = query === '' ? [] : query.split('&').flatMap((part) => fill(part) ?? []);
  if (missing || address === null) return null;
  return parts.length === 0 ? address : `${address}?${parts.join('&')}`;
}
