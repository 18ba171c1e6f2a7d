import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { CASES } from '../ppob-cases';
import { DeliverSale } from './deliver-sale.service';

const BATCH = 10;
const LEASE_MILLISECONDS = 60_000;
/** Whatever is older than this without an end has an open case. */
const UNSETTLED_MILLISECONDS = 30 * 60_000;
/** After 90 days a reference sent again would be bought anew; long before that nobody sends it any more. */
const ASKED_FOR_MILLISECONDS = 60 * 86_400_000;

interface DueSale {
  readonly id: number;
  readonly created_at: Date;
  readonly amount: number;
}

/** Looks after sales that are not over: sends what was paid and not sent, asks about what was sent. */
@Injectable()
export class KeepSales implements OnModuleInit {
  private readonly logger = new Logger('sales');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly deliver: DeliverSale,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'sales', () => this.tend());
  }

  /** Looks after everything that is due. */
  async tend(): Promise<void> {
    for (;;) {
      const due = await this.claim();
      await Promise.all(due.map((sale) => this.tendTo(sale)));
      if (due.length < BATCH) return;
    }
  }

  /** Leases what is due, so that replicas share the work and a process that dies holds nothing for long. */
  private claim(): Promise<DueSale[]> {
    const now = this.clock.now();
    return this.database.writeAside<DueSale & object>(
      `UPDATE transactions SET next_check_at = $2, checks = checks + 1 WHERE id IN (
         SELECT id FROM transactions WHERE next_check_at <= $1 ORDER BY next_check_at LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED)
       RETURNING id, created_at, principal + admin_fee AS amount`,
      [new Date(now), new Date(now + LEASE_MILLISECONDS)],
    );
  }

  private async tendTo(sale: DueSale): Promise<void> {
    const age = this.clock.now() - sale.created_at.getTime();
    try {
      if (age > UNSETTLED_MILLISECONDS) await this.tellPeople(sale);
      if (age > ASKED_FOR_MILLISECONDS) await this.leaveToPeople(sale.id);
      else await this.deliver.advance(sale.id);
    } catch (error) {
      this.logger.warn(`sale ${String(sale.id)}: ${String(error)}`);
    }
  }

  /** Unless it has ended since it was claimed: a case of its own may say so by now. */
  private async tellPeople({ id, amount }: DueSale): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [open] = await tx.query<{ status: string }>(
        "SELECT status FROM transactions WHERE id = $1 AND status IN ('PAID', 'SENT', 'UNKNOWN') FOR NO KEY UPDATE",
        [id],
      );
      if (open === undefined) return;
      await CASES.open(tx, {
        kind: 'SALE_UNSETTLED',
        subjectId: id,
        amount,
        detail: { sale_id: id, status: open.status },
        openedAt: this.clock.date(),
        standing: true,
      });
    });
  }

  private async leaveToPeople(id: number): Promise<void> {
    await this.database.writeAside('UPDATE transactions SET next_check_at = NULL WHERE id = $1', [id]);
  }
}
