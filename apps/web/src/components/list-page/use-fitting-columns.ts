import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

interface Fit {
  /** What the answer is about: another choice of columns, or a wider table, begins anew. */
  columns: string;
  width: number;
  dropped: number;
}

/**
 * Which of the columns have room beside each other. Where there is too little, columns go from the right, and never one that
 * must stay. The table names what it does not show.
 * @param mayGo whether a column may give way
 */
export function useFittingColumns<T extends { key: string }>(
  table: RefObject<HTMLElement | null>,
  columns: readonly T[],
  mayGo: (column: T) => boolean,
): { fitting: T[]; dropped: T[] } {
  const names = columns.map(({ key }) => key).join();
  const [fit, setFit] = useState<Fit>({ columns: names, width: 0, dropped: 0 });
  const giving = columns.filter(mayGo);
  const most = giving.length;

  useEffect(() => {
    const view = table.current?.querySelector('[class*="ScrollArea-viewport"]');
    const content = view?.querySelector('table');
    if (!view || !content) return;
    const watch = new ResizeObserver(() => {
      const width = view.clientWidth;
      const tooWide = view.scrollWidth > width + 1;
      setFit((known) => {
        const anew = known.columns !== names || width > known.width;
        const dropped = anew ? 0 : known.dropped;
        const next = tooWide && !anew && dropped < most ? dropped + 1 : dropped;
        return !anew && next === known.dropped && width === known.width
          ? known
          : { columns: names, width, dropped: next };
      });
    });
    watch.observe(view);
    watch.observe(content);
    return () => {
      watch.disconnect();
    };
  }, [table, names, most, fit.dropped, fit.width]);

  const gone = new Set(fit.columns === names ? giving.slice(most - fit.dropped).map(({ key }) => key) : []);
  return {
    fitting: columns.filter(({ key }) => !gone.has(key)),
    dropped: columns.filter(({ key }) => gone.has(key)),
  };
}
