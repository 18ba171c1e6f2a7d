import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { Problem } from '../../../../platform/problem';
import type { SavedReport } from '../entities/saved-report.entity';
import { ExportDoor } from '../export-files/export-door';
import { OrderExport } from '../export-files/order-export.service';
import { REPORTS } from '../reports/reports';
import { tellOfStop } from './news';
import { askedOn } from './saved-parameters';
import { dueBy, scheduleOf } from './saved-schedule';

type Due = RowOf<
  SavedReport,
  | 'id'
  | 'report'
  | 'name'
  | 'owner_id'
  | 'parameters'
  | 'every'
  | 'on_day'
  | 'at_hour'
  | 'format'
  | 'language'
  | 'due_on'
>;

const LOOKED_EVERY_SECONDS = 20;

/**
 * Orders what has come due, in the name of whom it belongs to: the same file the person would order, judged by what the person
 * may do now. The day it was due stands in the row, so however many replicas look, and whatever dies in between, a day is
 * ordered once; who was away makes up for the newest day and no other.
 */
@Injectable()
export class OrderScheduled implements OnModuleInit {
  private readonly logger = new Logger('scheduled-reports');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly door: ExportDoor,
    private readonly orders: OrderExport,
  ) {}

  onModuleInit(): void {
    this.jobs.every(LOOKED_EVERY_SECONDS, 'order scheduled reports', () => this.look());
  }

  async look(): Promise<void> {
    const behind = await this.database.screen<Due & Record<string, unknown>>(
      `SELECT id, report, name, owner_id, parameters, every, on_day, at_hour, format, language, due_on FROM laporan_tersimpan
       WHERE every IS NOT NULL AND stopped_for IS NULL AND due_on < $1 ORDER BY due_on, id`,
      [this.clock.businessDate()],
    );
    for (const saved of behind)
      // One that cannot be ordered keeps none of the others from its time; it is asked again at the next look.
      await this.order(saved).catch((error: unknown) => {
        this.logger.warn(`saved report ${String(saved.id)}: ${String(error)}`);
      });
  }

  private async order(saved: Due): Promise<void> {
    const schedule = scheduleOf(saved);
    if (schedule === null) return;
    const due = dueBy(this.clock, schedule);
    // Most that are behind are due later today, or this month.
    if (saved.due_on === null || saved.due_on >= due) return;
    const language = saved.language ?? 'id';
    const address = addressOf(saved, due);
    if (address instanceof Problem) return this.stop(saved, due, address.code);
    const served = await this.door.serve(address, { personId: saved.owner_id, language }, null);
    if ('refusal' in served) {
      const { status, code } = served.refusal;
      if (status >= 500 || status === 429) throw new Error(`the report answered ${String(status)} ${code}`);
      return this.stop(saved, due, code);
    }
    const { name, type } = served.answer;
    await this.database.transaction(async (tx) => {
      const taken = await tx.execute(
        'UPDATE laporan_tersimpan SET due_on = $2 WHERE id = $1 AND due_on < $2 AND stopped_for IS NULL',
        [saved.id, due],
      );
      if (taken === 0) return;
      await this.orders.write(tx, {
        personId: saved.owner_id,
        address,
        language,
        name: name.replace(/(?=\.[a-z]+$)/, `-${due}`),
        type,
        scheduled: { savedReportId: saved.id, dueOn: due },
      });
    }, 'screen');
  }

  /** What is refused today is refused tomorrow: it goes on when its owner keeps it anew. */
  private stop(saved: Due, due: BusinessDate, reason: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const stopped = await tx.execute(
        'UPDATE laporan_tersimpan SET stopped_for = $2, version = version + 1 WHERE id = $1 AND stopped_for IS NULL AND due_on < $3',
        [saved.id, reason, due],
      );
      if (stopped === 0) return;
      await writeAudit(tx, {
        action: 'saved_report.stopped',
        entityType: 'laporan_tersimpan',
        entityId: saved.id,
        before: { stopped: false },
        after: { report: saved.report, name: saved.name, due_on: due, stopped: true, reason },
      });
      await tellOfStop(tx, saved, due, reason);
    }, 'screen');
  }
}

/** Of the route that writes it, asked as on the day it was due; why there is none. */
function addressOf({ report: key, parameters, format }: Due, due: BusinessDate): string | Problem {
  const report = REPORTS.find((one) => one.key === key);
  if (report === undefined) return new Problem('request.not_found');
  try {
    const query = askedOn(report, parameters, due);
    return format === 'pdf'
      ? `/api/v1/reports/${key}/pdf?${query}`
      : `/api/v1/reports/${key}/export?${query}${query === '' ? '' : '&'}format=${format ?? 'csv'}`;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
