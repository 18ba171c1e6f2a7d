import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, heldMoneyReturned, type PayOutWay, rupiah } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { PostJournals } from '../../../ground/ledger';
import { finishCase } from '../../../ground/cases';
import { lockCase, notApplicable, PAY_OUT_APPROVAL, type LockedCase } from './held-money';
import { PAYMENT_SAYS } from '../sentences';

interface PayOutOrder {
  readonly resolution: PayOutWay;
  readonly amount: number;
  readonly note: string;
}

const WORDS: Readonly<Record<PayOutWay, string>> = {
  REFUND: 'Pengembalian uang kepada pelanggan',
  RETURN: 'Pengembalian uang ke bank',
};

/** Held money leaves the house only by two people: one asks, with the amount; another decides. */
@Injectable()
export class PayOut implements OnModuleInit {
  constructor(
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly journals: PostJournals,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(PAY_OUT_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.carryOut(tx, entityId, payload as PayOutOrder),
    });
  }

  /** @throws Problem approval.pending, request.invalid when the case holds nothing that could go that way */
  async request(tx: Tx, locked: LockedCase, resolution: PayOutWay, note: string): Promise<void> {
    assertPayable(locked, resolution);
    const [customer] = await tx.query<{ customer_number: string; name: string }>(
      'SELECT customer_number, name FROM pelanggan WHERE id = $1',
      [locked.customer_id],
    );
    const whose = customer === undefined ? '' : `, ${customer.customer_number}`;
    await this.approvals.request(tx, {
      kind: PAY_OUT_APPROVAL,
      entityType: 'kasus',
      entityId: locked.id,
      summary: `${WORDS[resolution]} ${formatRupiah(rupiah(locked.remaining))}${whose}`,
      payload: {
        resolution,
        amount: locked.remaining,
        note,
        customer_number: customer?.customer_number ?? null,
        customer_name: customer?.name ?? null,
        payment_id: locked.payment_id,
      },
      reason: note,
    });
  }

  /** @throws Problem case.changed when not exactly what was asked for is there any more */
  private async carryOut(tx: Tx, caseId: number, { resolution, amount, note }: PayOutOrder): Promise<void> {
    const locked = await lockCase(tx, caseId);
    if (locked.remaining !== amount)
      throw new Problem('case.changed', { members: { remaining: locked.remaining } });
    const collectorId = assertPayable(locked, resolution);
    const event = resolution === 'REFUND' ? 'case.refunded' : 'case.returned';
    const [journalId] = await this.journals.post(tx, [
      {
        event,
        entityType: 'kasus',
        entityId: caseId,
        businessDate: this.clock.businessDate(),
        lines: heldMoneyReturned({
          collectorId,
          customerId: locked.customer_id,
          amount: rupiah(amount),
        }),
      },
    ]);
    if (locked.customer_id !== null)
      await tx.query(
        `INSERT INTO saldo_pelanggan (customer_id, amount, reason, case_id, journal_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [locked.customer_id, -amount, event, caseId, journalId, this.clock.date()],
      );
    await finishCase(tx, caseId, { resolution, note, at: this.clock.date() });
  }
}

/** @returns the collector the money came through; null for what a correction gave back. @throws Problem request.invalid */
function assertPayable(locked: LockedCase, resolution: PayOutWay): number | null {
  const { held_kind: held, collector_id: collectorId, remaining, customer_id: customerId } = locked;
  if (held === null || (collectorId === null && resolution === 'RETURN') || remaining === 0)
    throw notApplicable(PAYMENT_SAYS.holdsNothing);
  if (resolution === 'REFUND' && customerId === null) throw notApplicable(PAYMENT_SAYS.ofNobody);
  return collectorId;
}
