import type { ReportDto } from '@tirtapay/api-client';

type Drawn = Pick<ReportDto, 'chart' | 'rows' | 'row_count'>;

/**
 * What is drawn of a report: a group of values for each label, in the order of the rows. Of a report that is shown in part
 * nothing is drawn: a table says how much it leaves out, a picture of the first days looks like all of them.
 */
export function chartGroups({ chart, rows, row_count: count }: Drawn): { key: string; values: number[] }[] {
  if (chart === null || count > rows.length) return [];
  const groups = new Map<string, number[]>();
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    const key = String(row[chart.by]);
    const sums = groups.get(key) ?? chart.of.map(() => 0);
    groups.set(
      key,
      chart.of.map((column, index) => (sums[index] ?? 0) + Number(row[column] ?? 0)),
    );
  }
  return [...groups].map(([key, values]) => ({ key, values }));
}
