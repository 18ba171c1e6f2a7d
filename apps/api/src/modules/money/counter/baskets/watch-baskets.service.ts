import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { basketSaleReference } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { CASES } from '../counter-cases';

const EVERY_SECONDS = 60;
/** A customer who is still there has an answer by then, and a cashier whose browser came back has asked again. */
const ABANDONED_MILLISECONDS = 10 * 60_000;
const AT_ONCE = 100;

interface LeftBasket {
  readonly id: string;
  readonly shift_id: number;
  readonly drawer: string;
  readonly cashier: string;
  readonly cash_given: number;
  readonly water_amount: number;
  readonly sale_lines: number;
}

/**
 * A basket that stopped in the middle and that nobody goes on with: its water bills are paid, some of its products may not
 * have been sold, and cash for them lies in the drawer. What was sold is right; what to do about the rest is for people,
 * so a case is opened. Whoever repeats the basket in its shift finishes it, and that closes the case.
 */
@Injectable()
export class WatchBaskets implements OnModuleInit {
  private readonly logger = new Logger('counter');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_SECONDS, 'baskets', () => this.tend());
  }

  async tend(): Promise<void> {
    const now = this.clock.now();
    const left = await this.database.read<LeftBasket & object>(
      `SELECT b.id, b.shift_id, k.name AS drawer, u.name AS cashier, b.cash_given, b.water_amount, b.sale_lines
       FROM keranjang_loket b JOIN shift_kas s ON s.id = b.shift_id JOIN loket_kas k ON k.id = s.drawer_id
       JOIN orang u ON u.id = s.cashier_id
       WHERE b.finished_at IS NULL AND b.created_at <= $1 AND (b.busy_until IS NULL OR b.busy_until <= $2)
         AND NOT EXISTS (SELECT FROM kasus c WHERE c.source_key = 'shift_kas:' || b.shift_id || ':' || b.id)
       ORDER BY b.created_at LIMIT ${String(AT_ONCE)}`,
      [new Date(now - ABANDONED_MILLISECONDS), new Date(now)],
    );
    for (const basket of left)
      await this.tell(basket).catch((error: unknown) => {
        this.logger.warn(`basket ${basket.id}: ${String(error)}`);
      });
  }

  private async tell(basket: LeftBasket): Promise<void> {
    const references = Array.from({ length: basket.sale_lines }, (_, index) =>
      basketSaleReference(basket.id, index + 1),
    );
    await this.database.transaction(async (tx) => {
      const sold = await tx.one<{ lines: number; amount: number }>(
        `SELECT count(*)::int AS lines, coalesce(sum(principal + admin_fee), 0)::bigint AS amount
         FROM transactions WHERE shift_id = $1 AND ref_id = ANY ($2)`,
        [basket.shift_id, references],
      );
      await CASES.open(tx, {
        kind: 'BASKET_ABANDONED',
        subjectId: basket.shift_id,
        about: basket.id,
        // What was given for it and is in no books: the change, and what was not sold.
        amount: Math.max(0, basket.cash_given - basket.water_amount - sold.amount),
        detail: {
          basket: basket.id,
          shift_id: basket.shift_id,
          drawer: basket.drawer,
          cashier: basket.cashier,
          cash_given: basket.cash_given,
          water_amount: basket.water_amount,
          sale_lines: basket.sale_lines,
          lines_sold: sold.lines,
        },
        openedAt: this.clock.date(),
      });
    });
  }
}
