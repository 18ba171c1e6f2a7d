import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, formatRupiah, rupiah, stampDutyPaid, stampDutyPaymentReversed } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { PostJournals } from '../../../ground/ledger';
import type { StampDutyPayment } from '../entities/stamp-duty-payment.entity';
import { PAYMENT_SAYS } from '../sentences';
import type {
  ReverseStampDutyPaymentBody,
  StampDutyPaymentBody,
  StampDutyRequestedDto,
} from './stamp-duty.dto';
import { stampDutyOwed } from './stamp-duty.queries';

const PAYMENT_APPROVAL = 'stamp_duty_payment';
/** What is handed over is of an account of the books, and of no row: one request about it waits at a time. */
const ACCOUNT = { entityType: 'akun', entityId: 2130 } as const;
const TABLE = 'setoran_meterai';
/** A bank's numbers come round again one day. */
const SAME_SLIP_DAYS = 366;

/** What a second person is shown and what is carried out. */
interface AgreedPayment {
  readonly amount: number;
  readonly bank_reference: string;
  /** The payment it takes back; null when it is one. */
  readonly reverses_id: number | null;
}

type BookedPayment = RowOf<StampDutyPayment, 'id' | 'amount' | 'bankReference'> & {
  readonly reversed: boolean;
};

/**
 * What receipts bore of stamp duty is the state's: one person handed it over out of our bank account, another agrees, then
 * the books have it. A wrong one is taken back by two people as well, as a payment of its own that names it.
 */
@Injectable()
export class PayStampDuty implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly journals: PostJournals,
  ) {}

  onModuleInit(): void {
    this.followUps.on(PAYMENT_APPROVAL, {
      approved: (tx, { approvalId, payload }) => this.carryOut(tx, payload as AgreedPayment, approvalId),
    });
  }

  /** @throws Problem stamp_duty.owed_less, approval.pending, request.invalid for what was recorded before */
  request({ reason, amount, bank_reference }: StampDutyPaymentBody): Promise<StampDutyRequestedDto> {
    return this.database.transaction(async (tx) => {
      const id = await this.approvals.request(tx, {
        kind: PAYMENT_APPROVAL,
        ...ACCOUNT,
        summary: `Setoran bea meterai ${formatRupiah(rupiah(amount))}`,
        payload: { amount, bank_reference, reverses_id: null },
        reason,
      });
      // Behind the request, which waits for a decision about the same that is being taken.
      await this.assertNew(tx, bank_reference);
      await assertOwed(tx, amount);
      return { approval_id: id, status: 'PENDING' };
    });
  }

  /** @throws Problem stamp_duty.payment_not_found, stamp_duty.payment_reversed, approval.pending */
  requestReversal(
    paymentId: number,
    { reason }: ReverseStampDutyPaymentBody,
  ): Promise<StampDutyRequestedDto> {
    return this.database.transaction(async (tx) => {
      const { amount, bank_reference } = await standing(tx, paymentId);
      const id = await this.approvals.request(tx, {
        kind: PAYMENT_APPROVAL,
        ...ACCOUNT,
        summary: `Pembatalan setoran bea meterai ${formatRupiah(rupiah(amount))}`,
        payload: { amount, bank_reference, reverses_id: paymentId },
        reason,
      });
      await standing(tx, paymentId);
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async carryOut(tx: Tx, agreed: AgreedPayment, approvalId: number): Promise<void> {
    const { amount, bank_reference: reference, reverses_id: reverses } = agreed;
    if (reverses === null) await assertOwed(tx, amount);
    else await standing(tx, reverses);
    const { id } = await tx.one<{ id: number }>(
      `SELECT nextval(pg_get_serial_sequence('${TABLE}', 'id')) AS id`,
    );
    const businessDate = this.clock.businessDate();
    const money = rupiah(amount);
    const action = reverses === null ? 'stamp_duty.paid' : 'stamp_duty.payment_reversed';
    const [journalId] = await this.journals.post(tx, [
      {
        event: action,
        entityType: TABLE,
        entityId: id,
        businessDate,
        lines: reverses === null ? stampDutyPaid(money) : stampDutyPaymentReversed(money),
      },
    ]);
    await tx.query(
      `INSERT INTO setoran_meterai (id, amount, bank_reference, journal_id, approval_id, reverses_id, business_date, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        reverses === null ? amount : -amount,
        reference,
        journalId,
        approvalId,
        reverses,
        businessDate,
        this.clock.date(),
      ],
    );
    await writeAudit(tx, { action, entityType: TABLE, entityId: id, after: { ...agreed } });
  }

  /** One line of the statement is one payment. */
  private async assertNew(tx: Tx, reference: string): Promise<void> {
    const [known] = await tx.query(
      `SELECT FROM setoran_meterai s WHERE key_form(bank_reference) = key_form($1) AND reverses_id IS NULL
         AND business_date >= $2 AND NOT EXISTS (SELECT FROM setoran_meterai r WHERE r.reverses_id = s.id) LIMIT 1`,
      [reference, addDays(this.clock.businessDate(), -SAME_SLIP_DAYS)],
    );
    if (known !== undefined)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/bank_reference', code: 'duplicate', message: PAYMENT_SAYS.dutyRecorded }],
      });
  }
}

/** A payment that stands. @throws Problem stamp_duty.payment_not_found, stamp_duty.payment_reversed */
async function standing(tx: Tx, id: number): Promise<BookedPayment> {
  const [payment] = await tx.query<BookedPayment & object>(
    `SELECT s.id, s.amount, s.bank_reference, EXISTS (SELECT FROM setoran_meterai r WHERE r.reverses_id = s.id) AS reversed
     FROM setoran_meterai s WHERE s.id = $1 AND s.reverses_id IS NULL`,
    [id],
  );
  if (payment === undefined) throw new Problem('stamp_duty.payment_not_found');
  if (payment.reversed) throw new Problem('stamp_duty.payment_reversed');
  return payment;
}

/** More than receipts bore is no stamp duty of ours. */
async function assertOwed(tx: Tx, amount: number): Promise<void> {
  const owed = await stampDutyOwed(tx);
  if (amount > owed) throw new Problem('stamp_duty.owed_less', { members: { owed } });
}
