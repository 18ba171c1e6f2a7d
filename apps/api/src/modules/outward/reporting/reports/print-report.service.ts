import { Inject, Injectable } from '@nestjs/common';
import { ROWS_ON_PAPER } from '@tirtapay/contracts';
import { renderThere } from '@tirtapay/documents';
import { businessDate, formatDateLong, period, periodName } from '@tirtapay/domain';
import { join } from 'node:path';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Letterhead } from '../../../../platform/letterhead';
import { expectedRows, type ListParameters } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { LetterheadQueries } from './letterhead/letterhead.queries';
import type { ReportAsked } from './make-report.worker';
import type { ReportDefinition, ReportParameter } from './report';
import { choicesOf, ReportChoices } from './report-choices.queries';
import type { ReportValues } from './report-parameters';
import { given } from './report-rows';
import { ReportQueries } from './report.queries';

/** It asks, shapes and draws in the process that draws: no row is ever in the one that answers banks. */
const MAKER = join(__dirname, 'make-report.worker.js');

/** A report on paper: Indonesian, like every document that is signed. */
@Injectable()
export class PrintReport {
  constructor(
    private readonly reports: ReportQueries,
    private readonly choices: ReportChoices,
    private readonly letterheads: LetterheadQueries,
    private readonly clock: Clock,
    private readonly utility: Letterhead,
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl'>,
  ) {}

  /** @throws Problem as reading the report, before a row is read */
  check(key: string, parameters: ListParameters): void {
    this.reports.asked(key, parameters);
  }

  /** @throws Problem as reading the report; export.too_large */
  async print(key: string, parameters: ListParameters): Promise<{ bytes: Buffer; rows: number }> {
    const { report, values } = this.reports.asked(key, parameters);
    const { head_lines: headLines, place, signers } = await this.letterheads.of(key);
    const facts = await this.facts(report, values);
    // Of the moment its rows are asked for: there may be sheets before it.
    const asked = (): ReportAsked => {
      const today = formatDateLong(this.clock.businessDate(), 'id');
      return {
        databaseUrl: this.config.databaseUrl,
        report,
        given: given(this.clock, values),
        most: ROWS_ON_PAPER,
        head: {
          utility: this.utility.current,
          headLines,
          title: report.title.id,
          facts,
          landscape: report.layout === 'LANDSCAPE',
          asOf: this.clock.now(),
          zone: this.clock.zone,
          signedAt: place === '' ? today : `${place}, ${today}`,
          signers: signers.filter(({ shown }) => shown),
        },
      };
    };
    // Whoever has its rows makes room for the next at the desk.
    const { rows, bytes } = await this.reports.atPaperDesk(async () => {
      const made = renderThere<number>(MAKER, asked);
      return { rows: await made.told, bytes: made.bytes };
    });
    if (rows > ROWS_ON_PAPER) throw new Problem('export.too_large');
    expectedRows()?.(rows);
    return { bytes: await bytes, rows };
  }

  private async facts(report: ReportDefinition, values: ReportValues): Promise<[string, string][]> {
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
