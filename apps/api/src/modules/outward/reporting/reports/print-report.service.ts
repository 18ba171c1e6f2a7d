import { Injectable } from '@nestjs/common';
import { ROWS_ON_PAPER } from '@tirtapay/contracts';
import { mapInPieces, renderAside, reportSheet, type ReportSheetModel } from '@tirtapay/documents';
import {
  businessDate,
  formatDateLong,
  formatRupiah,
  isBusinessDate,
  isPeriod,
  period,
  periodName,
  groupWholeNumber,
} from '@tirtapay/domain';
import { BATCHES_UNDER_WAY } from '../../../../platform/batches';
import { Clock } from '../../../../platform/clock';
import { Letterhead } from '../../../../platform/letterhead';
import { expectedRows, type ListParameters } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { LetterheadQueries } from './letterhead/letterhead.queries';
import type { ReportColumn, ReportParameter, ReportRow, ReportValue } from './report';
import { choicesOf, ReportChoices } from './report-choices.queries';
import { grouped } from './report-figures';
import { isAdded } from './report-statement';
import { groupedDecimal, isNumeric, worded } from './report-words';
import { ReportQueries, type ReportToPrint } from './report.queries';

type Sheet = Pick<ReportSheetModel, 'columns' | 'groups' | 'totals'>;

/** A report on paper: Indonesian, like every document that is signed. */
@Injectable()
export class PrintReport {
  constructor(
    private readonly reports: ReportQueries,
    private readonly choices: ReportChoices,
    private readonly letterheads: LetterheadQueries,
    private readonly clock: Clock,
    private readonly utility: Letterhead,
  ) {}

  /** @throws Problem as reading the report, before a row is read */
  check(key: string, parameters: ListParameters): void {
    this.reports.asked(key, parameters);
  }

  /** @throws Problem as reading the report; export.too_large */
  async print(key: string, parameters: ListParameters): Promise<{ bytes: Buffer; rows: number }> {
    const asOf = this.clock.now();
    const read = await this.reports.rows(key, parameters, ROWS_ON_PAPER);
    if (read.count > ROWS_ON_PAPER) throw new Problem('export.too_large');
    expectedRows()?.(read.count);
    const { head_lines: headLines, place, signers } = await this.letterheads.of(key);
    const today = formatDateLong(this.clock.businessDate(), 'id');
    const model: ReportSheetModel = {
      utility: this.utility.current,
      headLines,
      title: read.report.title.id,
      facts: await this.facts(read),
      landscape: read.report.layout === 'LANDSCAPE',
      ...(await sheetOf(read)),
      asOf,
      zone: this.clock.zone,
      signedAt: place === '' ? today : `${place}, ${today}`,
      signers: signers.filter(({ shown }) => shown),
    };
    return { bytes: await renderAside(reportSheet(model), BATCHES_UNDER_WAY), rows: read.count };
  }

  private async facts({ report, values }: ReportToPrint): Promise<[string, string][]> {
    const all = await this.choices.all();
    const facts: [string, string][] = [];
    for (const parameter of report.parameters) {
      const value = values[parameter.name] ?? null;
      if (value === null) continue;
      facts.push([parameter.title.id, askedFor(parameter, value, choicesOf(parameter, all, 'id'))]);
      // A number says nobody's name: who holds the paper wants to know whose it is.
      if (parameter.kind === 'CUSTOMER') facts.push(...(await this.choices.customer(value)));
    }
    return facts;
  }
}

function askedFor(
  { kind }: ReportParameter,
  value: string,
  choices: readonly { value: string; title: string }[],
): string {
  if (kind === 'DATE') return formatDateLong(businessDate(value), 'id');
  if (kind === 'PERIOD') return periodName(period(value), 'id');
  return choices.find((choice) => choice.value === value)?.title ?? value;
}

async function sheetOf({ report, rows, sums }: ReportToPrint): Promise<Sheet> {
  const { columns, groupBy } = report;
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
  // Thousands of figures, on the thread that answers banks as well.
  const lines = await mapInPieces(rows, lineOf);
  let taken = 0;
  const groups =
    group === undefined
      ? [{ heading: null, rows: lines, sums: null }]
      : grouped(columns, rows, group.key).map((one) => ({
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
