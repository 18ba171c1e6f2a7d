import { Injectable } from '@nestjs/common';
import { isBusinessDate, isPeriod, type Language } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { column, identifier, type CsvColumn, type ListParameters } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { REPORTING_SAYS } from '../sentences';
import type { ReportDefinition, ReportParameter, ReportRow } from './report';
import { ReportDesk } from './report-desk';
import type { ReportDto, ReportSummaryDto } from './report.dto';
import { REPORTS } from './reports';

const ADDED = new Set(['COUNT', 'RUPIAH']);

/** Serves every report from its definition. */
@Injectable()
export class ReportQueries {
  private readonly desk = new ReportDesk();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those the reader may open. */
  mine(): ReportSummaryDto[] {
    const { permissions } = currentStaff();
    return REPORTS.filter(({ permission }) => permissions.has(permission)).map((report) =>
      summary(report, currentLanguage()),
    );
  }

  /** @throws Problem request.not_found, auth.forbidden, report.busy, request.invalid naming the wrong parameter */
  async read(key: string, parameters: ListParameters): Promise<ReportDto> {
    const report = this.find(key);
    const values = this.values(report, parameters);
    const rows = await this.desk.serve(currentStaff().id, () => this.rows(report, values));
    const language = currentLanguage();
    return {
      ...summary(report, language),
      layout: report.layout,
      as_of: this.clock.text(this.clock.now()),
      columns: report.columns.map(({ key: name, title, cell }) => ({
        key: name,
        title: title[language],
        cell,
      })),
      rows: [...rows],
      totals: Object.fromEntries(
        report.columns
          .filter(({ cell }) => ADDED.has(cell))
          .map(({ key: name }) => [name, rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)]),
      ),
    };
  }

  /** The same rows for a spreadsheet. */
  csv(
    key: string,
    parameters: ListParameters,
  ): { columns: CsvColumn<ReportRow>[]; rows: AsyncGenerator<ReportRow> } {
    const report = this.find(key);
    const values = this.values(report, parameters);
    return {
      columns: report.columns.map(({ key: name, title, cell }) =>
        (cell === 'IDENTIFIER' ? identifier : column)<ReportRow>(
          title.id,
          title.en,
          (row) => row[name] ?? null,
        ),
      ),
      rows: this.stream(report, values),
    };
  }

  private find(key: string): ReportDefinition {
    const report = REPORTS.find((one) => one.key === key);
    if (report === undefined) throw new Problem('request.not_found');
    if (!currentStaff().permissions.has(report.permission)) throw new Problem('auth.forbidden');
    return report;
  }

  private values(report: ReportDefinition, given: ListParameters): string[] {
    return [this.clock.businessDate(), ...report.parameters.map((parameter) => valueOf(parameter, given))];
  }

  private rows(report: ReportDefinition, values: readonly string[]): Promise<ReportRow[]> {
    return this.database.report<ReportRow & Record<string, unknown>>(report.sql, values);
  }

  private async *stream(report: ReportDefinition, values: readonly string[]): AsyncGenerator<ReportRow> {
    yield* await this.rows(report, values);
  }
}

function summary({ key, title, about, parameters }: ReportDefinition, language: Language): ReportSummaryDto {
  return {
    key,
    title: title[language],
    about: about[language],
    parameters: parameters.map(({ name, title: label, kind }) => ({ name, title: label[language], kind })),
  };
}

const FITS: Readonly<Record<ReportParameter['kind'], (text: string) => boolean>> = {
  DATE: isBusinessDate,
  PERIOD: isPeriod,
};

function valueOf({ name, kind }: ReportParameter, given: ListParameters): string {
  const text = given[name];
  if (typeof text === 'string' && FITS[kind](text)) return text;
  throw new Problem('request.invalid', {
    errors: [
      {
        pointer: `?${name}`,
        code: kind === 'DATE' ? 'not_a_date' : 'not_a_period',
        message: kind === 'DATE' ? REPORTING_SAYS.notADay(name) : REPORTING_SAYS.notAPeriod(name),
      },
    ],
  });
}
