import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ColumnChartProps } from './column-chart';
import { ColumnValues } from './column-values';

/** The chart library weighs more than the page around it, so it comes when a chart is looked at. */
const Chart = lazy(() => import('./column-chart'));

/** So far outside the window a chart is drawn already, so that whoever scrolls finds it there. */
const AHEAD = '50% 0px';

/** Once near, always near: what was drawn stays. */
function useNear() {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || place.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
    };
  }, [near]);
  return { place, near };
}

/** Whether the page is being laid out for paper, in time for it: a chart measures its room first, which paper does not wait for. */
function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const turn = ({ type }: Event) => {
      flushSync(() => {
        setOnPaper(type === 'beforeprint');
      });
    };
    window.addEventListener('beforeprint', turn);
    window.addEventListener('afterprint', turn);
    return () => {
      window.removeEventListener('beforeprint', turn);
      window.removeEventListener('afterprint', turn);
    };
  }, []);
  return onPaper;
}

/**
 * A page of ten charts draws the two that can be seen; each of the others costs as much as a list, and on a phone most are
 * never seen. On paper such a one is its values.
 */
export function ColumnChart(props: ColumnChartProps) {
  const { place, near } = useNear();
  const onPaper = useOnPaper();
  const undrawn = onPaper ? <ColumnValues {...props} /> : <Skeleton height={236} animate={false} />;
  return (
    <div ref={place}>
      {near ? (
        <Suspense fallback={<Skeleton height={236} />}>
          <Chart {...props} />
        </Suspense>
      ) : (
        undrawn
      )}
    </div>
  );
}
