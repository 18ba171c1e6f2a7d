import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ColumnChartProps } from './column-chart';

/** The chart library weighs more than the page around it, so it comes when a chart is looked at. */
const Chart = lazy(() => import('./column-chart'));

/** So far outside the window a chart is drawn already, so that whoever scrolls finds it there. */
const AHEAD = '50% 0px';

/** Once near, always near: what was drawn stays. On paper everything is. */
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
    const print = () => {
      flushSync(() => {
        setNear(true);
      });
    };
    window.addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', print);
    };
  }, [near]);
  return { place, near };
}

/** A page of ten charts draws the two that can be seen; each of the others costs as much as a list, and on a phone most are never seen. */
export function ColumnChart(props: ColumnChartProps) {
  const { place, near } = useNear();
  return (
    <div ref={place}>
      {near ? (
        <Suspense fallback={<Skeleton height={236} />}>
          <Chart {...props} />
        </Suspense>
      ) : (
        <Skeleton height={236} animate={false} />
      )}
    </div>
  );
}
