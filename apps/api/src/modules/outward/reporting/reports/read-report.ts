import { mapInPieces } from '@tirtapay/documents';
import type { Clock } from '../../../../platform/clock';
import type { Database } from '../../../../platform/database';
import { exportPieces } from '../../../../platform/list';
import type { ReportDefinition, ReportRow } from './report';
import type { ReportValues } from './report-parameters';
import { given, shown, summed, type ReportRows, type StoredRow } from './report-rows';
import { bound, withSums } from './report-statement';

/** At most `limit` rows with the sums of all of them, in one snapshot. */
export async function readRows(
  database: Database,
  clock: Clock,
  report: ReportDefinition,
  values: ReportValues,
  limit: number,
): Promise<ReportRows> {
  const { sql, values: bindings } = bound(withSums(report, limit), given(clock, values));
  const stored = await database.report<StoredRow & Record<string, unknown>>(sql, bindings);
  const all = summed(report, stored);
  const rows = await mapInPieces(stored, shown(report, clock));
  // The driver keeps its answer until its next one (see exportPieces); what it is empty of is not carried through memory.
  stored.length = 0;
  return { rows, ...all };
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
  for await (const rows of exportPieces<StoredRow>(database, sql, bindings, expected))
    for (const row of rows) yield map(row);
}
