import { Paper } from '@mantine/core';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './column-chart.module.css';
import { niceScale } from './nice-scale';

export interface ColumnGroup {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly values: readonly number[];
}

export interface ColumnChartProps {
  /** Groups from left to right, with one value per series. */
  readonly groups: readonly ColumnGroup[];
  /** The last one is the accented one. */
  readonly series: readonly string[];
  /** An exact value, as the tooltip shows it. */
  readonly format: (value: number) => string;
  /** A short value, as it fits beside the axis. */
  readonly formatMark: (value: number) => string;
}

const HEIGHT = 236;
const TEXT = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' } as const;

function Exact({
  group,
  series,
  format,
}: { group: ColumnGroup } & Pick<ColumnChartProps, 'series' | 'format'>) {
  return (
    <Paper className={classes.exact} withBorder shadow="sm">
      <strong>{group.title}</strong>
      {group.values.map((value, index) => (
        <div key={series[index]}>
          {series[index]}: {format(value)}
        </div>
      ))}
    </Paper>
  );
}

/**
 * Columns over time. Who does not see it reads the table that stands beside every chart; so the picture takes no focus
 * and does not move.
 */
export default function ColumnChart({ groups, series, format, formatMark }: ColumnChartProps) {
  const marks = niceScale(Math.max(0, ...groups.flatMap((group) => group.values)));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const accented = series.length - 1;
  return (
    <div>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={groups.map((group) => ({ key: group.key, ...group.values }))}
          margin={{ top: 10, right: 16, bottom: 0, left: 0 }}
          barCategoryGap="12%"
          barGap={2}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line, var(--mantine-color-default-border))" />
          <XAxis
            dataKey="key"
            tickFormatter={(key: string) => byKey.get(key)?.label ?? ''}
            // As many as fit; the newest always has its label.
            interval="preserveEnd"
            minTickGap={10}
            axisLine={false}
            tickLine={false}
            height={20}
            tick={TEXT}
          />
          <YAxis
            ticks={marks}
            domain={[0, marks.at(-1) ?? 1]}
            tickFormatter={formatMark}
            axisLine={false}
            tickLine={false}
            width={56}
            tick={TEXT}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--mantine-color-default-hover)', stroke: 'none' }}
            content={({ active, label }) => {
              const group = active ? byKey.get(String(label)) : undefined;
              return group && <Exact group={group} series={series} format={format} />;
            }}
          />
          {series.map((name, index) => (
            <Bar
              key={name}
              dataKey={String(index)}
              name={name}
              className={index === accented ? classes.accent : classes.column}
              radius={[3, 3, 0, 0]}
              maxBarSize={22}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      {series.length > 1 && (
        <div className={classes.legend}>
          {series.map((name, index) => (
            <span key={name}>
              <i data-accent={index === accented || undefined} />
              {name}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
