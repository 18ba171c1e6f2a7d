import { Injectable, type OnModuleInit } from '@nestjs/common';
import { depositTopUpReversed, formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../approvals';
import { PostJournals } from '../ledger';
import { Deposits } from './deposits.service';
import type { CorrectMoveBody, CorrectionRequestedDto } from './dto/correction.dto';
import type { PartnerPayin } from './entities/partner-payin.entity';
import { MOVEMENT_TAKEN_BACK } from './movement-corrected';
import { COLLECTOR_SAYS } from './sentences';
import { TopUpDeposit } from './top-up-deposit.service';

const CORRECTION_APPROVAL = 'partner_deposit_correction';

interface AgreedCorrection {
  readonly journal_id: number;
  readonly booked: number;
  readonly amount: number;
  readonly bank_reference: string;
}

type WrongTopUp = RowOf<PartnerPayin, 'journalId' | 'collectorId' | 'amount' | 'bankReference'> & {
  readonly partner: string;
  readonly balance: number;
  readonly reversed: boolean;
};

/**
 * What a partner paid in was typed wrong: it is taken back by an entry that names it, and what was really paid is booked in
 * its place, by two people. What the partner sold of it meanwhile stays sold, so its deposit must bear the difference.
 */
@Injectable()
export class CorrectTopUp implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly journals: PostJournals,
    private readonly deposits: Deposits,
    private readonly topUps: TopUpDeposit,
  ) {}

  onModuleInit(): void {
    this.followUps.on(CORRECTION_APPROVAL, {
      approved: (tx, { approvalId, payload }) => this.carryOut(tx, payload as AgreedCorrection, approvalId),
    });
  }

  /**
   * @param lineId the line of the books the statement of the deposit shows
   * @throws Problem deposit.movement_not_found, deposit.movement_corrected, deposit.insufficient, request.invalid,
   *   reconciliation.movement_settled, approval.pending
   */
  request(
    lineId: number,
    { amount, bank_reference, reason }: CorrectMoveBody,
  ): Promise<CorrectionRequestedDto> {
    return this.database.transaction(async (tx) => {
      const [line] = await tx.query<{ journal_id: number }>(
        'SELECT journal_id FROM jurnal_baris WHERE id = $1',
        [lineId],
      );
      const topUp = await this.named(tx, line?.journal_id ?? 0);
      const reference = bank_reference ?? topUp.bank_reference ?? '';
      if (amount === topUp.amount && reference === topUp.bank_reference)
        throw new Problem('request.invalid', {
          errors: [{ pointer: '/amount', code: 'out_of_range', message: COLLECTOR_SAYS.nothingCorrected }],
        });
      const id = await this.approvals.request(tx, {
        kind: CORRECTION_APPROVAL,
        entityType: 'deposit_mitra',
        entityId: topUp.collector_id,
        summary: `Koreksi setoran deposit ${formatRupiah(rupiah(topUp.amount))} menjadi ${formatRupiah(rupiah(amount))} – ${topUp.partner}`,
        payload: { journal_id: topUp.journal_id, booked: topUp.amount, amount, bank_reference: reference },
        reason,
      });
      // Behind the request, which waits for a decision about this partner that is being taken.
      const { balance } = await this.wrong(tx, topUp.journal_id);
      if (balance < topUp.amount - amount) throw new Problem('deposit.insufficient');
      await this.events.raise(tx, MOVEMENT_TAKEN_BACK, { journalId: topUp.journal_id, done: false });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async carryOut(tx: Tx, agreed: AgreedCorrection, approvalId: number): Promise<void> {
    const topUp = await this.wrong(tx, agreed.journal_id);
    const { collector_id: partnerId, amount: booked } = topUp;
    const businessDate = this.clock.businessDate();
    // First what is right: the deposit must bear the difference alone.
    if (agreed.amount > 0)
      await this.topUps.book(
        tx,
        partnerId,
        { amount: agreed.amount, bank_reference: agreed.bank_reference },
        approvalId,
      );
    await this.deposits.take(tx, partnerId, booked);
    const [journalId] = await this.journals.post(tx, [
      {
        event: 'deposit.top_up_reversed',
        entityType: 'deposit_mitra',
        entityId: partnerId,
        businessDate,
        lines: depositTopUpReversed({ collectorId: partnerId, amount: rupiah(booked) }),
      },
    ]);
    await tx.query(
      `INSERT INTO setoran_mitra (journal_id, collector_id, amount, bank_reference, approval_id, business_date, reverses_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [journalId, partnerId, -booked, topUp.bank_reference, approvalId, businessDate, topUp.journal_id],
    );
    await writeAudit(tx, {
      action: 'deposit.top_up_reversed',
      entityType: 'deposit_mitra',
      entityId: partnerId,
      before: { amount: booked, bank_reference: topUp.bank_reference },
      after: { amount: agreed.amount, bank_reference: agreed.bank_reference },
    });
    await this.events.raise(tx, MOVEMENT_TAKEN_BACK, { journalId: topUp.journal_id, done: true });
  }

  /** The top-up that stands, with the deposit of its partner locked. */
  private async wrong(tx: Tx, journalId: number): Promise<WrongTopUp> {
    const { collector_id: partnerId } = await this.named(tx, journalId);
    await this.deposits.lock(tx, partnerId);
    return this.named(tx, journalId);
  }

  private async named(tx: Tx, journalId: number): Promise<WrongTopUp> {
    const [topUp] = await tx.query<WrongTopUp & object>(
      `SELECT s.journal_id, s.collector_id, s.amount, s.bank_reference, p.name AS partner, d.balance,
         EXISTS (SELECT FROM setoran_mitra r WHERE r.reverses_id = s.journal_id) AS reversed
       FROM setoran_mitra s JOIN penerima p ON p.id = s.collector_id JOIN deposit_mitra d ON d.collector_id = s.collector_id
       WHERE s.journal_id = $1 AND s.reverses_id IS NULL`,
      [journalId],
    );
    if (topUp === undefined) throw new Problem('deposit.movement_not_found');
    if (topUp.reversed) throw new Problem('deposit.movement_corrected');
    return topUp;
  }
}
