import { reportSheet, type MakeThere, type ReportSheetModel } from '@tirtapay/documents';
import { SystemClock } from '../../../../platform/clock/clock';
import { askOnce } from '../../../../platform/database/ask-once';
import type { ReportDefinition } from './report';
import { sheetBody, type SheetBody } from './report-on-paper';
import { shown, summed, type StoredRow } from './report-rows';
import { bound, withSums } from './report-statement';

/** A report whose reader may read it: nothing here asks who that is. */
export interface ReportAsked {
  readonly databaseUrl: string;
  readonly report: ReportDefinition;
  /** Its parameters, and what every statement may name. */
  readonly given: Readonly<Record<string, string | null>>;
  /** Rows that are drawn; of more nothing is. */
  readonly most: number;
  readonly head: Omit<ReportSheetModel, keyof SheetBody>;
}

/** What `renderThere` loads in the process that draws: the report, from its first row to its sheet. It tells how many rows there are. */
export const make: MakeThere<ReportAsked, number> = async ({ databaseUrl, report, given, most, head }) => {
  const { sql, values } = bound(withSums(report, most), given);
  const stored = await askOnce<StoredRow & Record<string, unknown>>(databaseUrl, sql, values);
  const { count, sums } = summed(report, stored);
  if (count > most) return { told: count, document: null };
  const rows = stored.map(shown(report, new SystemClock(head.zone)));
  return { told: count, document: reportSheet({ ...head, ...sheetBody(report, { rows, count, sums }) }) };
};
