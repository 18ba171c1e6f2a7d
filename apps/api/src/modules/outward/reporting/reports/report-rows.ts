import type { Clock } from '../../../../platform/clock';
import type { ReportDefinition, ReportRow, ReportValue } from './report';
import { withRatios } from './report-figures';
import type { ReportValues } from './report-parameters';
import { isAdded, ROWS, sumOf } from './report-statement';

/** A row as the driver has it. */
export type StoredRow = Readonly<Record<string, string | number | Date | null>>;

export interface ReportRows {
  readonly rows: readonly ReportRow[];
  /** Of all rows, also of those beyond the limit. */
  readonly count: number;
  readonly sums: ReportRow;
}

/** What every statement may name beside its parameters. */
export function given(clock: Clock, values: ReportValues): Record<string, string | null> {
  return { ...values, today: clock.businessDate(), zone: clock.zone };
}

/** The columns and what links need, instants as text, ratios worked out. One object a row: there are thousands. */
export function shown(
  { columns, hidden = [] }: ReportDefinition,
  clock: Pick<Clock, 'textOf'>,
): (row: StoredRow) => ReportRow {
  const keys = [...columns.filter(({ ratio }) => ratio === undefined).map(({ key }) => key), ...hidden];
  const plain = columns.every(({ ratio }) => ratio === undefined);
  return (row) => {
    const read: Record<string, ReportValue> = {};
    for (const key of keys) {
      const value = row[key] ?? null;
      read[key] = value instanceof Date ? clock.textOf(value) : value;
    }
    return plain ? read : withRatios(columns, read);
  };
}

/** What `withSums` says beside its rows: how many there are, and what all of them add up to. */
export function summed(
  { columns }: ReportDefinition,
  stored: readonly StoredRow[],
): Omit<ReportRows, 'rows'> {
  const [first] = stored;
  const sums = Object.fromEntries(
    columns.filter(isAdded).map(({ key }) => [key, Number(first?.[sumOf(key)] ?? 0)]),
  );
  return { count: Number(first?.[ROWS] ?? 0), sums: withRatios(columns, sums) };
}
