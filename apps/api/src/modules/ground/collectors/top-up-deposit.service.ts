import { Injectable, type OnModuleInit } from '@nestjs/common';
import { depositToppedUp, formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { RequestApproval } from '../approvals';
import { PostJournals } from '../ledger';
import { Deposits } from './deposits.service';
import type { DepositStatementDto, TopUpBody, TopUpRequestedDto } from './dto/deposit.dto';

const TOP_UP_APPROVAL = 'partner_deposit';

type TopUp = Omit<TopUpBody, 'reason'>;

/** A partner paid into our bank account: one person saw it, another agrees, then it may be sold of. */
@Injectable()
export class TopUpDeposit implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly approvals: RequestApproval,
    private readonly journals: PostJournals,
    private readonly deposits: Deposits,
  ) {}

  onModuleInit(): void {
    this.events.on('approval.approved', async (tx, { kind, entityId, payload }) => {
      if (kind === TOP_UP_APPROVAL && entityId !== null) await this.carryOut(tx, entityId, payload as TopUp);
    });
  }

  /** @throws Problem partner.not_found, approval.pending */
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
      return { approval_id: id, status: 'PENDING' };
    });
  }

  /** What moved the deposit, from the books. @throws Problem partner.not_found */
  async statement(partnerId: number): Promise<DepositStatementDto> {
    const [head] = await this.database.screen<Omit<DepositStatementDto, 'movements'> & object>(
      `SELECT c.id AS collector_id, c.name, coalesce(d.balance, 0) AS balance, coalesce(d.low_balance, 0) AS low_balance
       FROM penerima c LEFT JOIN deposit_mitra d ON d.collector_id = c.id WHERE c.id = $1 AND c.kind = 'PARTNER'`,
      [partnerId],
    );
    if (head === undefined) throw new Problem('partner.not_found');
    const movements = await this.database.screen<DepositStatementDto['movements'][number] & object>(
      `SELECT * FROM (
         SELECT l.journal_id, j.event, j.entity_id, j.business_date, l.credit - l.debit AS amount,
           (sum(l.credit - l.debit) OVER (ORDER BY l.id))::bigint AS balance
         FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id WHERE l.account = '2140' AND l.collector_id = $1
       ) moved ORDER BY journal_id DESC LIMIT 100`,
      [partnerId],
    );
    return { ...head, movements };
  }

  private async carryOut(tx: Tx, partnerId: number, topUp: TopUp): Promise<void> {
    await this.deposits.lock(tx, partnerId);
    await this.deposits.put(tx, partnerId, topUp.amount);
    await this.journals.post(tx, [
      {
        event: 'deposit.topped_up',
        entityType: 'deposit_mitra',
        entityId: partnerId,
        businessDate: this.clock.businessDate(),
        lines: depositToppedUp({ collectorId: partnerId, amount: rupiah(topUp.amount) }),
      },
    ]);
    await writeAudit(tx, {
      action: 'deposit.topped_up',
      entityType: 'deposit_mitra',
      entityId: partnerId,
      after: topUp,
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
