import { Injectable } from '@nestjs/common';
import { Database, type RowOf } from '../../../../../platform/database';
import { Problem } from '../../../../../platform/problem';
import type { ReportLetterhead } from '../../entities/report-letterhead.entity';
import { REPORTS } from '../reports';
import type { ReportLetterheadDto } from './letterhead.dto';

/** Every report without one of its own. */
export const ALL = 'all';

type Row = RowOf<ReportLetterhead, 'report' | 'headLines' | 'place' | 'signers' | 'version'>;

/** @throws Problem request.not_found for what is no report */
export function checkedReport(key: string): string {
  if (key !== ALL && !REPORTS.some((report) => report.key === key)) throw new Problem('request.not_found');
  return key;
}

@Injectable()
export class LetterheadQueries {
  constructor(private readonly database: Database) {}

  /** That of the report, otherwise that of all. @throws Problem request.not_found */
  async of(key: string): Promise<ReportLetterheadDto> {
    const report = checkedReport(key);
    const [row] = await this.database.screen<Row>(
      `SELECT report, head_lines, place, signers, version FROM kop_laporan WHERE report IN ($1, '${ALL}')
       ORDER BY report = $1 DESC LIMIT 1`,
      [report],
    );
    if (row === undefined) throw new Problem('request.not_found');
    const inherited = row.report !== report;
    return {
      report,
      inherited,
      head_lines: row.head_lines,
      place: row.place,
      signers: [...row.signers],
      version: inherited ? 0 : row.version,
    };
  }
}
