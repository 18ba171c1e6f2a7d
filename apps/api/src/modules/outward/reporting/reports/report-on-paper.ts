import type { ReportSheetModel } from '@tirtapay/documents';
import { formatRupiah, groupWholeNumber, isBusinessDate, isPeriod, periodName } from '@tirtapay/domain';
import type { ReportColumn, ReportDefinition, ReportRow, ReportValue } from './report';
import { grouped } from './report-figures';
import { isAdded } from './report-statement';
import { groupedDecimal, isNumeric, worded } from './report-words';
import type { ReportRows } from './report-rows';

/** What a sheet has of its rows. */
export type SheetBody = Pick<ReportSheetModel, 'columns' | 'groups' | 'totals'>;

/** Rows as paper has them: every value a text, thousands of them; for a process that answers nobody. */
export function sheetBody(report: ReportDefinition, { rows, sums }: ReportRows): SheetBody {
  const { columns, groupBy, groupKey } = report;
  const numbered = report.numbered === true;
  // What rows stand together by is said once above them.
  const shown = columns.filter(({ key }) => key !== groupBy);
  const group = columns.find(({ key }) => key === groupBy);
  const line = (row: ReportRow) => shown.map((column) => written(column, row[column.key] ?? null));
  let number = 0;
  const lineOf = (row: ReportRow) => (numbered ? [String((number += 1)), ...line(row)] : line(row));
  const added = shown.some(isAdded);
  const sumLine = (row: ReportRow, label: string) => {
    const cells = shown.map((column) =>
      isAdded(column) || column.ratio !== undefined ? written(column, row[column.key] ?? null) : '',
    );
    const [first = '', ...others] = cells;
    const named = first === '' ? [label, ...others] : cells;
    return numbered ? ['', ...named] : named;
  };
  const lines = rows.map(lineOf);
  let taken = 0;
  const groups =
    group === undefined
      ? [{ heading: null, rows: lines, sums: null }]
      : grouped(columns, rows, group.key, groupKey).map((one) => ({
          heading: `${group.title.id}: ${written(group, one.name)}`,
          rows: lines.slice(taken, (taken += one.rows.length)),
          sums: added ? sumLine(one.sums, 'Jumlah') : null,
        }));
  const heads = shown.map(({ title, cell }) => ({ title: title.id, number: isNumeric(cell) }));
  return {
    columns: numbered ? [{ title: 'No', number: true }, ...heads] : heads,
    groups,
    totals: added ? sumLine(sums, 'TOTAL') : null,
  };
}

/** A value as paper has it. */
function written(column: ReportColumn, value: ReportValue): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (column.ratio !== undefined) return groupedDecimal(value);
    return column.cell === 'COUNT' || column.cell === 'VOLUME'
      ? `${value < 0 ? '-' : ''}${groupWholeNumber(Math.abs(value))}`
      : formatRupiah(value).replace('Rp', '');
  }
  // A heading may be a day or a month, where a report is added up by either.
  if (isPeriod(value)) return periodName(value, 'id');
  if (isBusinessDate(value)) return value.split('-').reverse().join('/');
  if (column.cell === 'MOMENT')
    return `${value.slice(0, 10).split('-').reverse().join('/')} ${value.slice(11, 16).replace(':', '.')}`;
  return String(worded(column, value, 'id'));
}
