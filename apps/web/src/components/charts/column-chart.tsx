import { Tooltip } from '@mantine/core';
import classes from './column-chart.module.css';
import { niceScale } from './nice-scale';

interface ColumnChartProps {
  /** Groups from left to right, with one value per series. */
  groups: { key: string; label: string; title: string; values: number[] }[];
  /** The last one is the accented one. */
  series: string[];
  /** An exact value, as the tooltip shows it. */
  format: (value: number) => string;
  /** A short value, as it fits beside the axis. */
  formatMark: (value: number) => string;
}

const MOST_LABELS = 12;

/**
 * Columns over time. Drawn with boxes: a library for the two charts of the product weighs more than the rest of a
 * page. Who does not see it reads the table that stands beside every chart.
 */
export function ColumnChart({ groups, series, format, formatMark }: ColumnChartProps) {
  const marks = niceScale(Math.max(0, ...groups.flatMap((group) => group.values)));
  const top = marks.at(-1) ?? 1;
  const every = Math.ceil(groups.length / MOST_LABELS);
  const accented = series.length - 1;
  return (
    <div className={classes.chart}>
      <div className={classes.plot}>
        {marks.map((mark) => (
          <div key={mark} className={classes.mark} style={{ bottom: `${String((mark / top) * 100)}%` }}>
            <span>{formatMark(mark)}</span>
          </div>
        ))}
        <div className={classes.groups}>
          {groups.map((group, place) => (
            <Tooltip
              key={group.key}
              multiline
              events={{ hover: true, focus: false, touch: true }}
              label={
                <>
                  <strong>{group.title}</strong>
                  {group.values.map((value, index) => (
                    <div key={series[index]}>
                      {series[index]}: {format(value)}
                    </div>
                  ))}
                </>
              }
            >
              <div className={classes.group}>
                <div className={classes.columns}>
                  {group.values.map((value, index) => (
                    <span
                      key={series[index]}
                      className={classes.column}
                      data-accent={index === accented || undefined}
                      data-zero={value <= 0 || undefined}
                      style={{ height: `${String((Math.max(0, value) / top) * 100)}%` }}
                    />
                  ))}
                </div>
                <span className={classes.label}>
                  {(groups.length - 1 - place) % every === 0 && group.label}
                </span>
              </div>
            </Tooltip>
          ))}
        </div>
      </div>
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
