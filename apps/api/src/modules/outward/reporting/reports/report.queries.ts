import { Injectable } from '@nestjs/common';
import type { Language } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import {
  column,
  expectedRows,
  fraction,
  identifier,
  ReportDesk,
  reportDeskOf,
  standingOrder,
  type CsvColumn,
  type ListParameters,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { ReportColumn, ReportDefinition, ReportRow } from './report';
import { choicesOf, ReportChoices } from './report-choices.queries';
import { reportValues, type ReportValues } from './report-parameters';
import { readRows, streamRows } from './read-report';
import { isNumeric, worded } from './report-words';
import type { ReportDto, ReportSummaryDto } from './report.dto';
import { REPORTS } from './reports';

/** A screen shows as many rows as somebody reads; the files have all of them. */
const ON_SCREEN = 1_000;

/** Serves every report from its definition. */
@Injectable()
export class ReportQueries {
  private readonly desk: ReportDesk;
  /** Of those that are read for paper: one waits for other people's sheets, which takes no place before a screen. */
  private readonly paperDesk = new ReportDesk();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly choices: ReportChoices,
  ) {
    this.desk = reportDeskOf(database);
  }

  /** Those the reader may open. */
  async mine(): Promise<ReportSummaryDto[]> {
    const { permissions } = currentStaff();
    const language = currentLanguage();
    const all = await this.choices.all();
    return REPORTS.filter(({ permission }) => permissions.has(permission)).map((report) => ({
      key: report.key,
      group: report.group,
      title: report.title[language],
      about: report.about[language],
      parameters: report.parameters.map((parameter) => ({
        name: parameter.name,
        title: parameter.title[language],
        kind: parameter.kind,
        optional: parameter.optional ?? false,
        choices: choicesOf(parameter, all, language),
      })),
    }));
  }

  /** @throws Problem request.not_found, auth.forbidden, report.busy, request.invalid naming the wrong parameter */
  async read(key: string, parameters: ListParameters): Promise<ReportDto> {
    const language = currentLanguage();
    const { report, values } = this.asked(key, parameters);
    const { rows, count, sums } = await this.desk.serve(() =>
      readRows(this.database, this.clock, report, values, ON_SCREEN),
    );
    return {
      key,
      title: report.title[language],
      about: report.about[language],
      layout: report.layout,
      as_of: this.clock.text(this.clock.now()),
      columns: report.columns.map((one) => columnDto(report, one, language)),
      numbered: report.numbered ?? false,
      group_by: report.groupBy ?? null,
      group_key: report.groupKey ?? null,
      chart: report.chart ?? null,
      rows,
      row_count: count,
      totals: sums,
      sides: (report.sides ?? []).map(({ title, sql }) => ({ title: title[language], sql: sql.trim() })),
    };
  }

  /** Whatever reads a report for paper. @throws Problem report.busy */
  atPaperDesk<T>(work: () => Promise<T>): Promise<T> {
    return this.paperDesk.serve(work);
  }

  /** The report and what it is asked, before a row is read. @throws Problem as `read` */
  asked(key: string, parameters: ListParameters): { report: ReportDefinition; values: ReportValues } {
    const report = this.known(key);
    return { report, values: reportValues(report, parameters) };
  }

  /**
   * All rows for a spreadsheet. A row above its heads would break whoever reads it by machine, so its name says as of when it
   * is, to the minute; what is written in the background says so on the page it is fetched from.
   * @throws Problem as `read`, before a row is read
   */
  file(
    key: string,
    parameters: ListParameters,
  ): { name: string; columns: CsvColumn<ReportRow>[]; rows: AsyncGenerator<ReportRow> } {
    const { report, values } = this.asked(key, parameters);
    const [day = '', time = ''] = this.clock.text(this.clock.now()).split('T');
    return {
      name: standingOrder() === undefined ? `${key}-${day}-${time.slice(0, 5).replace(':', '')}` : key,
      columns: report.columns.map(fileColumn),
      rows: streamRows(this.database, this.clock, report, values, expectedRows()),
    };
  }

  /** The definition, where the reader may read it. @throws Problem request.not_found, auth.forbidden */
  known(key: string): ReportDefinition {
    const report = REPORTS.find((one) => one.key === key);
    if (report === undefined) throw new Problem('request.not_found');
    if (!currentStaff().permissions.has(report.permission)) throw new Problem('auth.forbidden');
    return report;
  }
}

/** A share leads to what it is a share of. */
function linkOf(report: ReportDefinition, { link, cell, ratio }: ReportColumn): string | null {
  if (link !== undefined) return link;
  const whole = report.columns.find(({ key }) => key === ratio?.of);
  if (whole !== undefined) return linkOf(report, whole);
  return isNumeric(cell) ? (report.opens ?? null) : null;
}

function columnDto(report: ReportDefinition, one: ReportColumn, language: Language) {
  const { key, title, cell, words = {} } = one;
  return {
    key,
    title: title[language],
    cell,
    numeric: isNumeric(cell),
    words: Object.fromEntries(Object.entries(words).map(([code, said]) => [code, said[language]])),
    link: linkOf(report, one),
  };
}

function fileColumn(one: ReportColumn): CsvColumn<ReportRow> {
  const write = one.cell === 'IDENTIFIER' ? identifier : one.ratio === undefined ? column : fraction;
  return write<ReportRow>(one.title.id, one.title.en, (row, language) =>
    worded(one, row[one.key] ?? null, language),
  );
}
