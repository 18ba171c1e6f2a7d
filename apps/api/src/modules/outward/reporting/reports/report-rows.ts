import { mapInPieces } from '@tirtapay/documents';
import type { Database } from '../../../../platform/database';
import type { Clock } from '../../../../platform/clock';
import { exportPieces } from '../../../../platform/list';
import type { ReportDefinition, ReportRow, ReportValue } from './report';
import { withRatios } from './report-figures';
import { bound, ROWS, sumOf, withSums, isAdded } from './report-statement';
import type { ReportValues } from './report-parameters';

type Stored = Readonly<Record<string, string | number | Date | null>>;

export interface ReportRows {
  readonly rows: readonly ReportRow[];
  /** Of all rows, also of those beyond the limit. */
  readonly count: number;
  readonly sums: ReportRow;
}

/** What every statement may name beside its parameters. */
function given(clock: Clock, values: ReportValues): Record<string, string | null> {
  return { ...values, today: clock.businessDate(), zone: clock.zone };
}

/** The columns and what links need, instants as text, ratios worked out. One object a row: there are thousands. */
function shown({ columns, hidden = [] }: ReportDefinition, clock: Clock): (row: Stored) => ReportRow {
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

/** At most `limit` rows with the sums of all of them, in one snapshot. */
export async function readRows(
  database: Database,
  clock: Clock,
  report: ReportDefinition,
  values: ReportValues,
  limit: number,
): Promise<ReportRows> {
  const { sql, values: bindings } = bound(withSums(report, limit), given(clock, values));
  const stored = await database.report<Stored & Record<string, unknown>>(sql, bindings);
  const [first] = stored;
  const sums = Object.fromEntries(
    report.columns.filter(isAdded).map(({ key }) => [key, Number(first?.[sumOf(key)] ?? 0)]),
  );
  const count = Number(first?.[ROWS] ?? 0);
  const rows = await mapInPieces(stored, shown(report, clock));
  // The driver keeps its answer until its next one (see exportPieces); what it is empty of is not carried through memory.
  stored.length = 0;
  return { rows, count, sums: withRatios(report.columns, sums) };
}

/**
 * Row by row, however many: for files.
 * @param expected told how many there are before the first of them
 */
export async function* streamRows(
  database: Database,
  clock: Clock,
  report: ReportDefinition,
  values: ReportValues,
  expected?: (rows: number) => void,
): AsyncGenerator<ReportRow> {
  const { sql, values: bindings } = bound(report.sql, given(clock, values));
  const map = shown(report, clock);
  for await (const rows of exportPieces<Stored>(database, sql, bindings, expected))
    for (const row of rows) yield map(row);
}
