import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, depositToppedUp, formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../approvals';
import { PostJournals } from '../ledger';
import { Deposits } from './deposits.service';
import type { TopUpBody, TopUpRequestedDto } from './dto/deposit.dto';
import { COLLECTOR_SAYS } from './sentences';

const TOP_UP_APPROVAL = 'partner_deposit';
/** A bank's numbers come round again one day. */
const SAME_SLIP_DAYS = 366;

type TopUp = Omit<TopUpBody, 'reason'>;

/** A partner paid into our bank account: one person saw it, another agrees, then it may be sold of. */
@Injectable()
export class TopUpDeposit implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly journals: PostJournals,
    private readonly deposits: Deposits,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(TOP_UP_APPROVAL, {
      approved: (tx, { approvalId, entityId, payload }) =>
        this.carryOut(tx, entityId, payload as TopUp, approvalId),
    });
  }

  /** @throws Problem partner.not_found, approval.pending, request.invalid for what was recorded before */
  request(partnerId: number, { reason, ...topUp }: TopUpBody): Promise<TopUpRequestedDto> {
    return this.database.transaction(async (tx) => {
      const name = await this.partner(tx, partnerId);
      const id = await this.approvals.request(tx, {
        kind: TOP_UP_APPROVAL,
        entityType: 'deposit_mitra',
        entityId: partnerId,
        summary: `Setoran deposit ${formatRupiah(rupiah(topUp.amount))} – ${name}`,
        payload: { ...topUp },
        reason,
      });
      // Behind the request, which waits for a decision of this partner that is being taken.
      await this.assertNew(tx, partnerId, topUp);
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async carryOut(tx: Tx, partnerId: number, topUp: TopUp, approvalId: number): Promise<void> {
    await this.deposits.lock(tx, partnerId);
    await this.book(tx, partnerId, topUp, approvalId);
  }

  /** Under the lock of the deposit, as two people agreed. */
  async book(tx: Tx, partnerId: number, topUp: TopUp, approvalId: number): Promise<void> {
    const businessDate = this.clock.businessDate();
    await this.deposits.put(tx, partnerId, topUp.amount);
    const [journalId] = await this.journals.post(tx, [
      {
        event: 'deposit.topped_up',
        entityType: 'deposit_mitra',
        entityId: partnerId,
        businessDate,
        lines: depositToppedUp({ collectorId: partnerId, amount: rupiah(topUp.amount) }),
      },
    ]);
    await tx.query(
      `INSERT INTO setoran_mitra (journal_id, collector_id, amount, bank_reference, approval_id, business_date)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [journalId, partnerId, topUp.amount, topUp.bank_reference, approvalId, businessDate],
    );
    await writeAudit(tx, {
      action: 'deposit.topped_up',
      entityType: 'deposit_mitra',
      entityId: partnerId,
      after: topUp,
    });
  }

  /** One line of the statement is one deposit; while a request waits, there is no other of this partner. */
  private async assertNew(tx: Tx, partnerId: number, topUp: TopUp): Promise<void> {
    const since = addDays(this.clock.businessDate(), -SAME_SLIP_DAYS);
    const [known] = await tx.query(
      `SELECT FROM setoran_mitra s WHERE collector_id = $1 AND key_form(bank_reference) = key_form($2) AND amount = $3
         AND business_date >= $4 AND NOT EXISTS (SELECT FROM setoran_mitra r WHERE r.reverses_id = s.journal_id) LIMIT 1`,
      [partnerId, topUp.bank_reference, topUp.amount, since],
    );
    if (known !== undefined)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/bank_reference', code: 'duplicate', message: COLLECTOR_SAYS.recorded }],
      });
  }

  private async partner(tx: Tx, id: number): Promise<string> {
    const [partner] = await tx.query<{ name: string }>(
      "SELECT name FROM penerima WHERE id = $1 AND kind = 'PARTNER'",
      [id],
    );
    if (partner === undefined) throw new Problem('partner.not_found');
    return partner.name;
  }
}
