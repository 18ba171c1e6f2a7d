import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import type { Tx, RowOf } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import type { PartnerDeposit } from './entities/partner-deposit.entity';

interface LeftOver {
  readonly balance: number;
  readonly low_balance: number;
  readonly partner: string;
  readonly became_low: boolean | null;
}

const LEFT_OVER = `balance, low_balance, low_since = $3 AS became_low,
  (SELECT c.name FROM penerima c WHERE c.id = collector_id) AS partner`;

/**
 * What partners have paid in: taken before anything is sold of it, never below nothing. Its row is locked behind the
 * reference and before customers and bills; the journal of whoever moves it is written in the same transaction.
 */
@Injectable()
export class Deposits {
  constructor(private readonly clock: Clock) {}

  /** Of a new partner: nothing in it. */
  async open(tx: Tx, collectorId: number, lowBalance: number): Promise<void> {
    await tx.query('INSERT INTO deposit_mitra (collector_id, low_balance) VALUES ($1, $2)', [
      collectorId,
      lowBalance,
    ]);
  }

  /** Takes the lock of the deposit in its place of the order, for whoever may have to give back. */
  async lock(tx: Tx, collectorId: number): Promise<void> {
    await tx.query('SELECT FROM deposit_mitra WHERE collector_id = $1 FOR NO KEY UPDATE', [collectorId]);
  }

  /** @throws Problem deposit.insufficient, and nothing is taken */
  async take(tx: Tx, collectorId: number, amount: number): Promise<void> {
    const [left] = await tx.query<LeftOver>(
      `UPDATE deposit_mitra SET balance = balance - $2,
         low_since = CASE WHEN balance - $2 < low_balance THEN coalesce(low_since, $3) END
       WHERE collector_id = $1 AND balance >= $2 RETURNING ${LEFT_OVER}`,
      [collectorId, amount, this.clock.date()],
    );
    if (left === undefined) throw new Problem('deposit.insufficient');
    await this.tellLow(tx, collectorId, left);
  }

  /** Another balance below which it is told; told at once when it is below it already. */
  async tellBelow(tx: Tx, collectorId: number, lowBalance: number): Promise<void> {
    const left = await tx.one<LeftOver & object>(
      `UPDATE deposit_mitra SET low_balance = $2, low_since = CASE WHEN balance < $2 THEN coalesce(low_since, $3) END
       WHERE collector_id = $1 RETURNING ${LEFT_OVER}`,
      [collectorId, lowBalance, this.clock.date()],
    );
    await this.tellLow(tx, collectorId, left);
  }

  private async tellLow(tx: Tx, collectorId: number, left: LeftOver): Promise<void> {
    const { balance, low_balance, partner } = left;
    if (left.became_low === true)
      await writeOutbox(tx, 'deposit.low', collectorId, { balance, low_balance, partner });
  }

  /** Paid in, or given back. */
  async put(tx: Tx, collectorId: number, amount: number): Promise<void> {
    await tx.one(
      `UPDATE deposit_mitra SET balance = balance + $2, low_since = CASE WHEN balance + $2 < low_balance THEN low_since END
       WHERE collector_id = $1 RETURNING balance`,
      [collectorId, amount],
    );
  }
}

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'deposit.low': { readonly balance: number; readonly low_balance: number; readonly partner: string };
  }
}
