import { Injectable, type OnModuleInit } from '@nestjs/common';
import { billCancelled, formatRupiah, rupiah, type BillState } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { DomainEvents, OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { PostJournals } from '../../../ground/ledger';

const CANCELLATION = 'nonwater_cancellation';

interface LockedBill {
  readonly id: number;
  readonly customer_id: number;
  readonly bill_number: string;
  readonly state: BillState;
  readonly principal: number;
  readonly name: string;
  /** It was given back once already, while it was settled. */
  readonly returned: boolean;
}

/**
 * A charge billed by mistake is taken back by two people while it is owed: its journal is mirrored. One that was paid is
 * owed again only after its payment was reversed, which takes two people as well. One that was given back as credit while it
 * was settled, and is owed again since, is paid with that credit.
 */
@Injectable()
export class CancelCharge implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly events: DomainEvents,
    private readonly followUps: FollowUps,
    private readonly journals: PostJournals,
    private readonly outbox: OutboxDispatcher,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(CANCELLATION, { approved: (tx, { entityId }) => this.carryOut(tx, entityId) });
  }

  /** @throws Problem bill.not_found when it is of no charge, bill.state_conflict unless it is owed, approval.pending */
  async request(billId: number, reason: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      const bill = await lockOwed(tx, billId);
      return this.approvals.request(tx, {
        kind: CANCELLATION,
        entityType: 'tagihan',
        entityId: billId,
        summary: `Pembatalan tagihan ${bill.name} ${formatRupiah(rupiah(bill.principal))}`,
        payload: { bill_number: bill.bill_number, name: bill.name, amount: bill.principal },
        reason,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }

  private async carryOut(tx: Tx, billId: number): Promise<void> {
    const bill = await lockOwed(tx, billId);
    await this.journals.post(tx, [
      {
        event: 'bill.cancelled',
        entityType: 'tagihan',
        entityId: bill.id,
        businessDate: this.clock.businessDate(),
        lines: billCancelled({
          customerId: bill.customer_id,
          billId: bill.id,
          waterAmount: rupiah(0),
          fixedAmount: rupiah(0),
          kind: 'NONWATER',
          otherAmount: rupiah(bill.principal),
        }),
      },
    ]);
    await tx.query("UPDATE tagihan SET state = 'CANCELLED' WHERE id = $1", [bill.id]);
    await this.events.raise(tx, 'bills.cancelled', { customerIds: [bill.customer_id], billIds: [bill.id] });
    await this.events.raise(tx, 'bills.withdrawn', { billIds: [bill.id] });
    await writeAudit(tx, {
      action: 'charge.cancelled',
      entityType: 'tagihan',
      entityId: bill.id,
      before: { state: bill.state },
      after: { state: 'CANCELLED' },
    });
  }
}

/** Customer, then bill, as whoever takes money for it does. */
async function lockOwed(tx: Tx, billId: number): Promise<LockedBill> {
  await tx.query(
    'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM tagihan WHERE id = $1) FOR NO KEY UPDATE',
    [billId],
  );
  const [bill] = await tx.query<LockedBill & object>(
    `SELECT b.id, b.customer_id, b.bill_number, b.state, b.principal, c.name,
       EXISTS (SELECT FROM koreksi_tagihan k WHERE k.bill_id = b.id) AS returned
     FROM tagihan b JOIN tagihan_nonair n ON n.bill_id = b.id JOIN biaya_nonair c ON c.id = n.charge_id
     WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
    [billId],
  );
  if (bill === undefined) throw new Problem('bill.not_found');
  if (bill.state !== 'ISSUED' || bill.returned) throw new Problem('bill.state_conflict');
  return bill;
}
