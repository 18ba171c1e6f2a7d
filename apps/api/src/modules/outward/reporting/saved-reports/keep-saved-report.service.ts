import { Injectable } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../../platform/context';
import { Database, violatedConstraint, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { SavedReport } from '../entities/saved-report.entity';
import { ReportQueries } from '../reports/report.queries';
import { askedOn } from './saved-parameters';
import { tellOfStop } from './news';
import type { ChangeSavedReportBody, SaveReportBody, StopScheduleBody } from './saved-report.dto';
import { dueBy, scheduleOf } from './saved-schedule';

const MOST = 50;
const STOPPED = 'saved_report.stopped';

type Content = Omit<SaveReportBody, 'report'>;
type Kept = RowOf<
  SavedReport,
  'report' | 'name' | 'shared' | 'parameters' | 'every' | 'on_day' | 'at_hour' | 'format' | 'version'
>;

/** A kept report belongs to a person; what it sends and whom it is open to leaves a trail. */
@Injectable()
export class KeepSavedReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reports: ReportQueries,
  ) {}

  /** @throws Problem request.not_found, request.invalid, auth.forbidden, saved_report.duplicate, saved_report.too_many */
  keep({ report, ...content }: SaveReportBody): Promise<void> {
    const values = this.checked(report, content);
    const { id: personId } = currentStaff();
    return this.database.transaction(async (tx) => {
      await tx.query(
        "SELECT pg_advisory_xact_lock(hashtextextended('laporan_tersimpan/' || $1::bigint, 0))",
        [personId],
      );
      const { count } = await tx.one<{ count: number }>(
        'SELECT count(*) FROM laporan_tersimpan WHERE owner_id = $1',
        [personId],
      );
      if (count >= MOST) throw new Problem('saved_report.too_many');
      const { id } = await tx
        .one<{ id: number }>(
          `INSERT INTO laporan_tersimpan (report, owner_id, name, shared, parameters, every, on_day, at_hour, format, language,
             due_on, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
          [report, personId, ...values],
        )
        .catch((error: unknown) => refuse(error));
      await this.trail(tx, 'saved_report.kept', id, undefined, { report, ...content });
    });
  }

  /** A schedule that was stopped goes on from here. @throws Problem saved_report.not_found, version.conflict, and as `keep` */
  change(id: number, { version, ...content }: ChangeSavedReportBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const kept = await own(tx, id);
      if (kept.version !== version) throw await changedMeanwhile(tx, 'laporan_tersimpan', id, kept.version);
      await tx
        .query(
          `UPDATE laporan_tersimpan SET name = $2, shared = $3, parameters = $4, every = $5, on_day = $6, at_hour = $7, format = $8,
             language = $9, due_on = $10, changed_at = $11, stopped_for = NULL, version = version + 1
           WHERE id = $1`,
          [id, ...this.checked(kept.report, content, kept.shared)],
        )
        .catch((error: unknown) => refuse(error));
      await this.trail(tx, 'saved_report.changed', id, contentOf(kept), { report: kept.report, ...content });
    });
  }

  /** Files it made stay until their time is over. @throws Problem saved_report.not_found */
  remove(id: number): Promise<void> {
    return this.database.transaction(async (tx) => {
      const kept = await own(tx, id);
      await tx.query('DELETE FROM laporan_tersimpan WHERE id = $1', [id]);
      await this.trail(tx, 'saved_report.removed', id, contentOf(kept), undefined);
    });
  }

  /** Of somebody else, by whoever supervises them; a schedule that is stopped already stays so. @throws Problem saved_report.not_found */
  stop(id: number, { reason }: StopScheduleBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [stopped] = await tx.query<{
        owner_id: number;
        name: string;
        report: string;
        due_on: string | null;
      }>(
        `UPDATE laporan_tersimpan SET stopped_for = $2, version = version + 1
         WHERE id = $1 AND every IS NOT NULL AND stopped_for IS NULL RETURNING owner_id, name, report, due_on`,
        [id, STOPPED],
      );
      if (stopped === undefined) {
        const [known] = await tx.query('SELECT FROM laporan_tersimpan WHERE id = $1 AND every IS NOT NULL', [
          id,
        ]);
        if (known === undefined) throw new Problem('saved_report.not_found');
        return;
      }
      const { owner_id: owner, name, report, due_on: due } = stopped;
      await this.trail(
        tx,
        'saved_report.stopped',
        id,
        { stopped: false },
        { report, name, stopped: true, reason },
      );
      await tellOfStop(tx, { id, owner_id: owner, name }, due ?? this.clock.businessDate(), STOPPED);
    });
  }

  /** The columns of what is written, in the order of the statements above. @throws Problem as `keep` */
  private checked(report: string, content: Content, wasShared = false): unknown[] {
    const { name, shared, parameters, schedule } = content;
    if (shared && !wasShared && !currentStaff().permissions.has('view.share'))
      throw new Problem('auth.forbidden');
    askedOn(this.reports.known(report), parameters, this.clock.businessDate());
    const [every, at_hour] = [schedule?.every ?? null, schedule?.hour ?? null];
    const on_day = every === 'MONTH' ? (schedule?.day ?? 1) : null;
    const due = scheduleOf({ every, on_day, at_hour });
    return [
      name,
      shared,
      parameters,
      every,
      on_day,
      at_hour,
      schedule?.format ?? null,
      schedule === null ? null : currentLanguage(),
      // What was due before somebody asked for it is not made up for.
      due === null ? null : dueBy(this.clock, due),
      this.clock.date(),
    ];
  }

  private trail(tx: Tx, action: string, id: number, before: object | undefined, after: object | undefined) {
    return writeAudit(tx, { action, entityType: 'laporan_tersimpan', entityId: id, before, after });
  }
}

function contentOf({ report, name, shared, parameters, every, on_day: day, at_hour: hour, format }: Kept) {
  return { report, name, shared, parameters, schedule: every === null ? null : { every, day, hour, format } };
}

/** Their own, locked. @throws Problem saved_report.not_found */
async function own(tx: Tx, id: number): Promise<Kept> {
  const [kept] = await tx.query<Kept & Record<string, unknown>>(
    `SELECT report, name, shared, parameters, every, on_day, at_hour, format, version
     FROM laporan_tersimpan WHERE id = $1 AND owner_id = $2 FOR UPDATE`,
    [id, currentStaff().id],
  );
  if (kept === undefined) throw new Problem('saved_report.not_found');
  return kept;
}

function refuse(error: unknown): never {
  if (violatedConstraint(error) === 'laporan_tersimpan_name') throw new Problem('saved_report.duplicate');
  throw error;
}
