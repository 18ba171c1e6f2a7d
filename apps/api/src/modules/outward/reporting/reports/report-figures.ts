import type { ReportColumn, ReportRow, ReportValue } from './report';
import { isAdded } from './report-statement';

type Sums = Readonly<Record<string, number>>;

const number = (value: ReportValue | undefined): number => (typeof value === 'number' ? value : 0);

const HUNDREDTHS = 100;

/** Two decimals; nothing where there is nothing to divide by. */
function ratioOf({ cell, ratio }: ReportColumn, row: ReportRow | Sums): number | null {
  // Of what is not known yet there is no share.
  if (ratio === undefined || row[ratio.of] === null) return null;
  const per = number(row[ratio.per]);
  if (per === 0) return null;
  const scale = cell === 'PERCENT' ? HUNDREDTHS * HUNDREDTHS : HUNDREDTHS;
  return Math.round((number(row[ratio.of]) * scale) / per) / HUNDREDTHS;
}

/** The row, or the sums, with what is worked out of them. */
export function withRatios<Values extends ReportRow | Sums>(
  columns: readonly ReportColumn[],
  row: Values,
): Values & ReportRow {
  const ratios = columns.filter(({ ratio }) => ratio !== undefined);
  return { ...row, ...Object.fromEntries(ratios.map((column) => [column.key, ratioOf(column, row)])) };
}

/** What some rows add up to. */
export function sumsOf(columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportRow {
  const sums = Object.fromEntries(
    columns.filter(isAdded).map(({ key }) => [key, rows.reduce((sum, row) => sum + number(row[key]), 0)]),
  );
  return withRatios(columns, sums);
}

export interface RowGroup {
  readonly name: ReportValue;
  readonly rows: readonly ReportRow[];
  readonly sums: ReportRow;
}

/**
 * Rows that stand together, in their order, each group with its sums.
 * @param apart the column that tells groups of one name apart
 */
export function grouped(
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  key: string,
  apart = key,
): RowGroup[] {
  const groups: { name: ReportValue; of: ReportValue; rows: ReportRow[] }[] = [];
  for (const row of rows) {
    const [name, of] = [row[key] ?? null, row[apart] ?? null];
    const last = groups.at(-1);
    if (last?.name === name && last.of === of) last.rows.push(row);
    else groups.push({ name, of, rows: [row] });
  }
  return groups.map((group) => ({ name: group.name, rows: group.rows, sums: sumsOf(columns, group.rows) }));
}
