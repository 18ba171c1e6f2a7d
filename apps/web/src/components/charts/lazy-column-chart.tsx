import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ColumnChartProps } from './column-chart';

/** The chart library weighs more than the page around it, so it comes when a chart is looked at. */
const Chart = lazy(() => import('./column-chart'));

export function ColumnChart(props: ColumnChartProps) {
  return (
    <Suspense fallback={<Skeleton height={236} />}>
      <Chart {...props} />
    </Suspense>
  );
}
