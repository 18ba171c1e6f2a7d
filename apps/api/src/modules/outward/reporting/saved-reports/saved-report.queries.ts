import { Injectable } from '@nestjs/common';
import { nextDue } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../../platform/context';
import { Database, type RowOf } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { SavedReport } from '../entities/saved-report.entity';
import { failureOf } from '../export-files/export-file.queries';
import { REPORTS } from '../reports/reports';
import { askedOn } from './saved-parameters';
import type { SavedReportDto } from './saved-report.dto';
import { scheduleOf } from './saved-schedule';

type Row = RowOf<
  SavedReport,
  | 'id'
  | 'report'
  | 'name'
  | 'owner_id'
  | 'shared'
  | 'parameters'
  | 'every'
  | 'on_day'
  | 'at_hour'
  | 'format'
  | 'due_on'
  | 'stopped_for'
  | 'version'
> & {
  readonly owner: string;
  readonly file_id: number | null;
  readonly file_name: string | null;
  readonly file_due_on: string | null;
};

/** More than anybody scrolls through. */
const MOST = 200;

/**
 * Reports somebody kept: their own, and what colleagues share of those they may read; to whoever supervises them also what
 * comes to others by schedule.
 */
@Injectable()
export class SavedReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async mine(): Promise<SavedReportDto[]> {
    const { id, permissions } = currentStaff();
    const readable = REPORTS.filter(({ permission }) => permissions.has(permission));
    const rows = await this.database.screen<Row & Record<string, unknown>>(
      `SELECT s.id, s.report, s.name, s.owner_id, o.name AS owner, s.shared, s.parameters, s.every, s.on_day, s.at_hour, s.format,
         s.due_on, s.stopped_for, s.version, f.id AS file_id, f.name AS file_name, f.due_on AS file_due_on
       FROM laporan_tersimpan s JOIN orang o ON o.id = s.owner_id
       LEFT JOIN LATERAL (SELECT b.id, b.name, b.due_on FROM berkas_unduhan b
         WHERE b.saved_report_id = s.id AND b.person_id = $1 AND b.expires_at > $3 ORDER BY b.due_on DESC LIMIT 1) f ON true
       WHERE (s.owner_id = $1 OR s.shared OR ($4 AND s.every IS NOT NULL)) AND s.report = ANY($2)
       ORDER BY s.owner_id <> $1, key_form(s.name), s.id LIMIT ${String(MOST)}`,
      [id, readable.map(({ key }) => key), this.clock.date(), permissions.has('report.supervise')],
    );
    return rows.map((row) => this.dto(row, id, permissions.has('report.supervise')));
  }

  private dto(row: Row, reader: number, supervises: boolean): SavedReportDto {
    const report = REPORTS.find(({ key }) => key === row.report);
    const mine = row.owner_id === reader;
    const seen = mine || supervises;
    const schedule = scheduleOf(row);
    const { file_id: file, file_name: name, file_due_on: due } = row;
    return {
      id: row.id,
      report: row.report,
      title: report?.title[currentLanguage()] ?? row.report,
      name: row.name,
      owner: row.owner,
      mine,
      shared: row.shared,
      parameters: row.parameters,
      query:
        report === undefined
          ? ''
          : this.asked(() => askedOn(report, row.parameters, this.clock.businessDate())),
      // When it comes is the business of its owner, and of whoever supervises them.
      schedule:
        seen && schedule !== null && row.format !== null
          ? { every: schedule.every, day: row.on_day, hour: schedule.hour, format: row.format }
          : null,
      next_on:
        seen && schedule !== null && row.due_on !== null && row.stopped_for === null
          ? nextDue(schedule, row.due_on)
          : null,
      stopped: seen && row.stopped_for !== null ? failureOf(row.stopped_for) : null,
      may_stop: !mine && supervises && schedule !== null && row.stopped_for === null,
      last_file: file === null || name === null || due === null ? null : { id: file, name, due_on: due },
      version: row.version,
    };
  }

  /** What its page is asked; one that asks for what is no choice any more is shown with the usual. */
  private asked(work: () => string): string {
    try {
      return work();
    } catch (error) {
      if (error instanceof Problem) return '';
      throw error;
    }
  }
}
