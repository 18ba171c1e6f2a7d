import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { DraftBills } from './draft-bills.service';
import { UNBILLED } from './unbilled-readings';

/** Put into the queue by migration 0173, where there are such readings. */
const JOB = 'draft-unbilled';

interface Unbilled {
  readonly customer_id: number;
  readonly ids: readonly number[];
}

/**
 * Verified readings that were passed over get the drafts they should have had. Nothing is asked for by that: a person
 * starts the run that issues a month.
 */
@Injectable()
export class DraftUnbilled implements OnModuleInit {
  private readonly logger = new Logger(JOB);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly drafting: DraftBills,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(JOB, () => this.draft());
  }

  /** Safe to repeat: what has its bill meanwhile is passed over. Whoever fails holds up nobody behind him. */
  async draft(): Promise<void> {
    const found = await this.database.transaction(async (tx) => {
      // All readings there ever were, once.
      await tx.query("SET LOCAL statement_timeout = '10min'");
      return tx.query<Unbilled & object>(
        `SELECT r.customer_id, array_agg(r.id ORDER BY r.period) AS ids ${UNBILLED} GROUP BY r.customer_id ORDER BY r.customer_id`,
      );
    }, 'screen');
    let waiting = 0;
    await this.jobs.each(JOB, found, (customer) =>
      this.draftOf(customer).catch((error: unknown) => {
        waiting += 1;
        throw error;
      }),
    );
    this.logger.log(`${String(found.length)} customers had readings without a bill`);
    // The queue begins it again, later each time.
    if (waiting > 0) throw new Error(`${String(waiting)} customers still have readings without a bill`);
  }

  private draftOf({ customer_id: customerId, ids }: Unbilled): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [customerId]);
      const written = await this.drafting.write(tx, ids);
      if (written > 0)
        await writeAudit(tx, {
          action: 'bill.drafted_late',
          entityType: 'pelanggan',
          entityId: customerId,
          after: { readings: ids, drafts: written },
        });
    }, 'screen');
  }
}
