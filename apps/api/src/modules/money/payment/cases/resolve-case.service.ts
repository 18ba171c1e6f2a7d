import { Injectable } from '@nestjs/common';
import { heldMoneyReturned, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { PostJournals } from '../../../ground/ledger';
import { ApplyCredit } from './apply-credit.service';
import type { CaseResolution, ResolveCaseBody } from './case.dto';
import { lockCase, notApplicable, type LockedCase } from './held-money';

/** A person decides what becomes of a case: money to bills, back to the customer, back to the bank; or nothing is left to do. */
@Injectable()
export class ResolveCase {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly credit: ApplyCredit,
    private readonly journals: PostJournals,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /** @throws Problem case.not_found, case.resolved, request.invalid when the decision does not fit the case */
  async resolve(id: number, { resolution, note }: ResolveCaseBody): Promise<void> {
    const customerNumber = resolution === 'APPLY' ? await this.customerOf(id) : null;
    if (customerNumber !== null) await this.credit.bookPenalties(customerNumber);
    await this.database.transaction(async (tx) => {
      const locked = await lockCase(tx, id);
      if (resolution === 'APPLY') await this.apply(tx, locked, customerNumber, note);
      else if (resolution === 'CLOSE') await this.close(tx, locked, note);
      else await this.payOut(tx, locked, resolution, note);
    });
    this.outbox.nudge();
  }

  private async customerOf(id: number): Promise<string | null> {
    const [row] = await this.database.read<{ customer_number: string }>(
      'SELECT c.customer_number FROM kasus k JOIN pelanggan c ON c.id = k.customer_id WHERE k.id = $1',
      [id],
    );
    return row?.customer_number ?? null;
  }

  /** Stays open while something of its credit is left over; the rest waits for a bill, or for another decision. */
  private async apply(
    tx: Tx,
    locked: LockedCase,
    customerNumber: string | null,
    note: string,
  ): Promise<void> {
    const { customer_id: customerId } = locked;
    if (locked.held_kind !== 'CREDIT' || customerId === null || customerNumber === null)
      throw notApplicable('only credit of a customer can pay bills');
    if (locked.remaining === 0) throw notApplicable('nothing of the credit is left');
    const emptied = await this.credit.apply(tx, {
      caseId: locked.id,
      customerId,
      customerNumber,
    });
    for (const caseId of emptied) await this.finish(tx, caseId, 'APPLY', note);
  }

  private async payOut(
    tx: Tx,
    locked: LockedCase,
    resolution: 'REFUND' | 'RETURN',
    note: string,
  ): Promise<void> {
    const { customer_id: customerId, collector_id: collectorId, remaining } = locked;
    if (locked.held_kind === null || collectorId === null || remaining === 0)
      throw notApplicable('this case holds no money');
    if (resolution === 'REFUND' && customerId === null)
      throw notApplicable('money of nobody can only be returned to the bank');
    const [journalId] = await this.journals.post(tx, [
      {
        event: resolution === 'REFUND' ? 'case.refunded' : 'case.returned',
        entityType: 'kasus',
        entityId: locked.id,
        businessDate: this.clock.businessDate(),
        lines: heldMoneyReturned({ collectorId, customerId, amount: rupiah(remaining) }),
      },
    ]);
    if (customerId !== null)
      await tx.query(
        `INSERT INTO saldo_pelanggan (customer_id, amount, reason, case_id, journal_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          customerId,
          -remaining,
          resolution === 'REFUND' ? 'case.refunded' : 'case.returned',
          locked.id,
          journalId,
          this.clock.date(),
        ],
      );
    await this.finish(tx, locked.id, resolution, note);
  }

  private async close(tx: Tx, locked: LockedCase, note: string): Promise<void> {
    if (locked.remaining > 0) throw notApplicable('this case holds money; decide where it goes');
    await this.finish(tx, locked.id, 'CLOSE', note);
  }

  private async finish(tx: Tx, id: number, resolution: CaseResolution, note: string): Promise<void> {
    const staff = currentStaff();
    const resolved = await tx.execute(
      `UPDATE kasus SET status = 'RESOLVED', resolution = $2, note = $3, resolved_by = $4, resolved_at = $5 WHERE id = $1 AND status = 'OPEN'`,
      [id, resolution, note, staff.id, this.clock.date()],
    );
    if (resolved === 0) throw new Problem('case.resolved');
    await writeAudit(tx, {
      action: 'case.resolved',
      entityType: 'kasus',
      entityId: id,
      after: { resolution, note },
    });
  }
}
