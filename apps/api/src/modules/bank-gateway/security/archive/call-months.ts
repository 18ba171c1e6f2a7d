import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { NO_REQUEST, writeOutbox } from '../../../../platform/events';
import { Jobs } from '../../../../platform/jobs';

/** Months are there a quarter of a year before their first row; a row that came without one is an alarm, not a silence. */
@Injectable()
export class CallMonths implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3_600, 'months of the call log', () => this.prepare());
  }

  async prepare(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { strays } = await tx.one<{ strays: number }>('SELECT make_call_months($1)::int AS strays', [
        this.clock.date(),
      ]);
      if (strays === 0) return;
      await writeAudit(tx, {
        action: 'security.calls_without_month',
        entityType: 'payment_transaction',
        entityId: null,
        after: { rows: strays },
      });
      await writeOutbox(tx, 'fault.happened', null, {
        route: 'payment_transaction',
        fault: `${String(strays)} rows without a month`,
        request_id: NO_REQUEST,
      });
    }, 'screen');
  }
}
