import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../../platform/database';
import { DomainEvents } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { lockOpenDay } from '../days/lock-day';
import { RunAgain } from './run-again.service';

interface Holder {
  readonly id: number;
  readonly reconciliation_id: number;
  readonly settled: boolean;
}

/**
 * A movement of our account was booked by mistake and is taken back: on an open day whatever was found about it is found
 * anew; what two people decided or closed about it is undone by them first.
 */
@Injectable()
export class LetGoOfMovements implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly again: RunAgain,
  ) {}

  onModuleInit(): void {
    this.events.on('movement.taken_back', (tx, { journalId, done }) => this.letGo(tx, journalId, done));
  }

  private async letGo(tx: Tx, journalId: number, done: boolean): Promise<void> {
    const held = await tx.query<Holder & object>(
      `SELECT d.id, d.reconciliation_id,
         r.state = 'CLOSED' OR d.state = 'ADJUSTED' OR coalesce(a.status = 'PENDING', false) AS settled
       FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id LEFT JOIN persetujuan a ON a.id = d.approval_id
       WHERE d.movement_id = $1 OR d.reversal_movement_id = $1`,
      [journalId],
    );
    if (held.some(({ settled }) => settled)) throw new Problem('reconciliation.movement_settled');
    if (!done) return;
    for (const { id, reconciliation_id: dayId } of held) {
      const day = await lockOpenDay(tx, dayId);
      await tx.query('DELETE FROM rekonsiliasi_detail WHERE id = $1', [id]);
      await this.again.later(tx, day.id, null);
    }
  }
}
