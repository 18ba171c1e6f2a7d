import { Injectable } from '@nestjs/common';
import type { BillState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

/** A draft somebody doubts waits outside every run, with the reason, until somebody lets it go. */
@Injectable()
export class HoldDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  hold(billId: number, reason: string): Promise<void> {
    return this.change(billId, reason);
  }

  release(billId: number): Promise<void> {
    return this.change(billId, null);
  }

  /** @throws Problem bill.not_found, bill.state_conflict unless it is a draft that is not (or is) held */
  private async change(billId: number, reason: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [bill] = await tx.query<{ state: BillState; held_reason: string | null }>(
        'SELECT state, held_reason FROM tagihan WHERE id = $1 FOR NO KEY UPDATE',
        [billId],
      );
      if (bill === undefined) throw new Problem('bill.not_found');
      if (bill.state !== 'DRAFT' || (bill.held_reason === null) === (reason === null))
        throw new Problem('bill.state_conflict');
      await tx.query('UPDATE tagihan SET held_reason = $2, held_at = $3, held_by = $4 WHERE id = $1', [
        billId,
        reason,
        reason === null ? null : this.clock.date(),
        reason === null ? null : currentUserId(),
      ]);
      await writeAudit(tx, {
        action: reason === null ? 'bill.released' : 'bill.held',
        entityType: 'tagihan',
        entityId: billId,
        before: { held_reason: bill.held_reason },
        after: { held_reason: reason },
      });
    });
  }
}
