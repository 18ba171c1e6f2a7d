import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { Problem } from '../../../../platform/problem';
import { RunMatching } from './run-matching.service';

export const RUN_AGAIN_JOB = 'reconciliation-run';

/**
 * What a decision has set free is found anew behind it: a day of a million lines takes minutes, and a decision holds the
 * locks of money on one of the connections the banks are answered on. Until then the day is not run, and nobody closes it.
 */
@Injectable()
export class RunAgain implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly matching: RunMatching,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(RUN_AGAIN_JOB, ({ id, by }) => this.run(Number(id), by === null ? null : Number(by)));
  }

  /** Of a locked day that is open. @param by whose doing it is; null: the system's */
  async later(tx: Tx, dayId: number, by: number | null): Promise<void> {
    await tx.query('UPDATE rekonsiliasi SET run_at = NULL WHERE id = $1', [dayId]);
    await this.jobs.enqueue(
      tx,
      RUN_AGAIN_JOB,
      { id: dayId, by },
      // No queue of them all: of a worker that was killed it is held for hours. The key makes it one of a day, which is locked.
      { key: `${RUN_AGAIN_JOB}-${String(dayId)}` },
    );
  }

  /** Safe to repeat: whoever was quicker has run the day, and may have closed it. */
  async run(dayId: number, by: number | null): Promise<void> {
    try {
      await this.matching.run(dayId, by);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'reconciliation.closed')) throw error;
    }
  }
}
