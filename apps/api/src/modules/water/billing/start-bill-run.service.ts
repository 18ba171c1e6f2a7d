import { Injectable } from '@nestjs/common';
import type { IssueRunState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, SQLSTATE, sqlState, violatedConstraint, type Tx } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { Problem } from '../../../platform/problem';
import { scopeOf } from './bill-run.queries';
import { scopeValues } from './bill-run-scope';
import { enqueueRun } from './bill-run.worker';
import type { BillRunBody } from './dto/bill-run.dto';

/** Puts a run into the queue; the run and its job are committed together or not at all. */
@Injectable()
export class StartBillRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @returns the id of the run
   * @throws Problem issue_run.running while one with this filter is open, request.invalid for a month that has not begun
   */
  async start(body: BillRunBody): Promise<number> {
    const scope = scopeOf(body, this.clock);
    return this.openRun(async (tx) => {
      const run = await tx.one<{ id: number }>(
        `INSERT INTO penetapan (period, region_id, tariff_id, status, created_by, created_at)
         VALUES ($1, $2, $3, 'QUEUED', $4, $5) RETURNING id`,
        [...scopeValues(scope), currentUserId(), this.clock.date()],
      );
      const id = run.id;
      await writeAudit(tx, {
        action: 'bill_run.started',
        entityType: 'penetapan',
        entityId: id,
        after: scope,
      });
      await enqueueRun(tx, this.jobs, id);
      return id;
    });
  }

  /** Goes on with a run that stopped or left drafts behind; of a finished one there is nothing left to do. */
  resume(id: number): Promise<number> {
    return this.openRun(async (tx) => {
      const [run] = await tx.query<{ status: IssueRunState }>(
        'SELECT status FROM penetapan WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (run === undefined) throw new Problem('issue_run.not_found');
      if (run.status === 'DONE') return id;
      if (run.status === 'PARTIAL' || run.status === 'FAILED')
        await tx.query("UPDATE penetapan SET status = 'QUEUED', finished_at = NULL WHERE id = $1", [id]);
      await writeAudit(tx, {
        action: 'bill_run.resumed',
        entityType: 'penetapan',
        entityId: id,
        before: { status: run.status },
      });
      await enqueueRun(tx, this.jobs, id);
      return id;
    });
  }

  private async openRun(work: (tx: Tx) => Promise<number>): Promise<number> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (sqlState(error) === SQLSTATE.uniqueViolation && constraint === 'penetapan_one_open')
        throw new Problem('issue_run.running');
      if (constraint === 'penetapan_region_id_fkey') throw new Problem('region.not_found');
      if (constraint === 'penetapan_tariff_id_fkey') throw new Problem('tariff.not_found');
      throw error;
    }
  }
}
