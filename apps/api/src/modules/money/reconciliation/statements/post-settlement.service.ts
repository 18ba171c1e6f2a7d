import { Injectable } from '@nestjs/common';
import { netOn, type JournalLine } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { PostJournals } from '../../../ground/ledger';
import { bookSupplierMovement } from '../../ppob';
import type { LockedDay } from '../days/lock-day';

/** What a day, or an item of it, does to the books. */
interface Settlement {
  readonly event: string;
  readonly entityType: 'rekonsiliasi' | 'rekonsiliasi_detail';
  readonly entityId: number;
  readonly lines: readonly JournalLine[];
}

/**
 * Writes what reconciling books, whosever statement it is. What it does to a supplier's account is a movement of that
 * supplier, as every line there is (law I64).
 */
@Injectable()
export class PostSettlement {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
  ) {}

  /** @returns the journal, or null where nothing moved */
  async post(tx: Tx, day: LockedDay, settlement: Settlement): Promise<number | null> {
    if (settlement.lines.length === 0) return null;
    const businessDate = this.clock.businessDate();
    const [journalId = null] = await this.journals.post(tx, [{ ...settlement, businessDate }]);
    if (journalId !== null && (day.account === '1150' || day.account === '2160')) {
      const amount = netOn(day.account, settlement.lines);
      const { id } = await tx.one<{ id: number }>('SELECT id FROM penyedia WHERE collector_id = $1', [
        day.collector_id,
      ]);
      if (amount !== 0)
        await bookSupplierMovement(tx, {
          supplier_id: id,
          account: day.account,
          kind: 'RECONCILED',
          amount,
          journal_id: journalId,
          business_date: businessDate,
          at: this.clock.date(),
        });
    }
    return journalId;
  }
}
