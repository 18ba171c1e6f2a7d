import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, isSettled, returnedCharge, rupiah, type BillState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval, type SettledAboutRow } from '../../ground/approvals';
import { ReturnCharge, type ChargeToReturn } from '../../water/billing';
import { EndDispute } from '../dispute';
import { CreditFromCorrection } from '../payment';

const RETURN_APPROVAL = 'nonwater_return';

type PaidCharge = ChargeToReturn & {
  readonly customer_number: string;
  readonly name: string;
  readonly state: BillState;
  readonly returned: boolean;
};

/**
 * A charge billed by mistake that is settled, by a payment or by the instalments of a plan: the bill stays as it is and has a
 * row, and all of it is the customer's credit; two people decide.
 */
@Injectable()
export class ReturnPaidCharge implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly outbox: OutboxDispatcher,
    private readonly charges: ReturnCharge,
    private readonly credit: CreditFromCorrection,
    private readonly disputes: EndDispute,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(RETURN_APPROVAL, {
      approved: (tx, decision) => this.carryOut(tx, decision),
    });
  }

  /** @throws Problem bill.not_found when it is of no charge, bill.state_conflict unless it is settled, approval.pending */
  async request(billId: number, reason: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      const bill = await lockSettled(tx, billId);
      return this.approvals.request(tx, {
        kind: RETURN_APPROVAL,
        entityType: 'tagihan',
        entityId: billId,
        summary: `Pengembalian biaya ${bill.name} ${formatRupiah(rupiah(bill.principal))} ke titipan ${bill.customer_number}`,
        payload: {
          bill_number: bill.bill_number,
          customer_number: bill.customer_number,
          name: bill.name,
          amount: bill.principal,
          reason,
          correction: {
            items: [returnedCharge(bill)],
            difference: -bill.principal,
            settled: -bill.principal,
          },
        },
        reason,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }

  private async carryOut(tx: Tx, { entityId, payload, madeBy, decidedBy }: SettledAboutRow): Promise<void> {
    const { reason } = payload as { readonly reason: string };
    const bill = await lockSettled(tx, entityId);
    const written = await this.charges.write(tx, bill, {
      reason,
      requestedBy: madeBy,
      approvedBy: decidedBy,
    });
    await this.disputes.byCorrection(tx, [bill.id], written.noteId);
    await writeAudit(tx, {
      action: 'charge.returned',
      entityType: 'tagihan',
      entityId: bill.id,
      after: { note_id: written.noteId, amount: bill.principal },
    });
    await this.credit.book(tx, { customerId: bill.customer_id, ...written });
  }
}

/** Customer, then bill, as whoever takes money for it does. */
async function lockSettled(tx: Tx, billId: number): Promise<PaidCharge> {
  await tx.query(
    'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM tagihan WHERE id = $1) FOR NO KEY UPDATE',
    [billId],
  );
  const [bill] = await tx.query<PaidCharge & object>(
    `SELECT b.id, b.customer_id, c.customer_number, b.bill_number, b.period, b.principal, b.state, h.name,
       EXISTS (SELECT FROM koreksi_tagihan k WHERE k.bill_id = b.id) AS returned
     FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id JOIN tagihan_nonair n ON n.bill_id = b.id
     JOIN biaya_nonair h ON h.id = n.charge_id WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
    [billId],
  );
  if (bill === undefined) throw new Problem('bill.not_found');
  if (!isSettled(bill.state) || bill.returned) throw new Problem('bill.state_conflict');
  return bill;
}
