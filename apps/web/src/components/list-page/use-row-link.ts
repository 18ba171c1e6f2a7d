import { useLocation } from 'react-router-dom';

/** A row that leads to `?detail=4` keeps the filter of the list it opens over. */
export function useRowLink<T>(rowLink: ((row: T) => string) | undefined): ((row: T) => string) | undefined {
  const { search, pathname } = useLocation();
  if (!rowLink) return undefined;
  return (row) => {
    const to = rowLink(row);
    if (!to.startsWith('?')) return to;
    const merged = new URLSearchParams(search);
    for (const [name, value] of new URLSearchParams(to)) merged.set(name, value);
    return `${pathname}?${merged.toString()}`;
  };
}
