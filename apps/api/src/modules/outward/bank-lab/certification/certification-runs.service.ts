import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CertificationState } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { closeForCertification } from '../../../bank-gateway/registry';
import type { CertificationRun } from '../entities/certification.entity';
import { CertificationEvidence, type WatchedRun } from './evidence.queries';
import { judge } from './judge';

/** A bank engineer works through the list in one sitting. */
export const RUN_MILLISECONDS = 60 * 60_000;

type OpenRun = RowOf<CertificationRun, 'id' | 'bankId' | 'keyId' | 'startedAt' | 'scenarios'>;

/**
 * Judges runs by what the bank really sent: whenever somebody looks, and every few seconds while nobody does. A run
 * ends when all is green, when its time is up, or when somebody ends it.
 */
@Injectable()
export class CertificationRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly evidence: CertificationEvidence,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(5, 'certification', () => this.judgeOpen());
  }

  async judgeOpen(): Promise<void> {
    const runs = await this.open('TRUE', []);
    for (const run of runs) await this.judgeRun(run, false);
  }

  /** Brings the open runs of one bank, or one run, up to date. */
  async refresh(which: { readonly bankId: number } | { readonly runId: number }): Promise<void> {
    const runs =
      'bankId' in which
        ? await this.open('bank_id = $1', [which.bankId])
        : await this.open('id = $1', [which.runId]);
    for (const run of runs) await this.judgeRun(run, false);
  }

  /** Judges what there is and closes the run. Nothing happens to one that is closed. */
  async conclude(runId: number): Promise<void> {
    for (const run of await this.open('id = $1', [runId])) await this.judgeRun(run, true);
  }

  private open(where: string, values: readonly unknown[]): Promise<OpenRun[]> {
    return this.database.screen<OpenRun>(
      `SELECT id, bank_id, key_id, started_at, scenarios FROM certification_run WHERE status = 'RUNNING' AND ${where}`,
      values,
    );
  }

  private async judgeRun(run: OpenRun, concluding: boolean): Promise<void> {
    const watched: WatchedRun = {
      id: run.id,
      bankId: run.bank_id,
      keyId: run.key_id,
      startedAt: run.started_at,
    };
    const over = concluding || this.clock.now() >= run.started_at.getTime() + RUN_MILLISECONDS;
    const scenarios = judge(run.scenarios, await this.evidence.of(watched), over);
    const passed = scenarios.every(({ status }) => status === 'PASS');
    const status: CertificationState = passed ? 'PASSED' : over ? 'FAILED' : 'RUNNING';
    const unchanged = JSON.stringify(scenarios) === JSON.stringify(run.scenarios);
    if (status === 'RUNNING' && unchanged) return;
    await this.database.transaction(async (tx) => {
      const written = await tx.execute(
        `UPDATE certification_run SET scenarios = $2, status = $3, finished_at = $4 WHERE id = $1 AND status = 'RUNNING'`,
        [run.id, JSON.stringify(scenarios), status, status === 'RUNNING' ? null : this.clock.date()],
      );
      // Another replica judged it meanwhile: it saw the same.
      if (written === 0 || status === 'RUNNING') return;
      await closeForCertification(tx, run.bank_id);
      await writeAudit(tx, {
        action: `certification.${status.toLowerCase()}`,
        entityType: 'certification_run',
        entityId: run.id,
        after: {
          bank_id: run.bank_id,
          failed: scenarios.filter((scenario) => scenario.status === 'FAIL').map(({ code }) => code),
        },
      });
    }, 'screen');
  }
}
