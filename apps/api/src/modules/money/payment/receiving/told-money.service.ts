import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, rupiah, TOLD_FINDINGS, type Channel, type ToldFinding } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { changeDecision, finishCase, type Case } from '../../../ground/cases';
import { lockCase, notApplicable, TOLD_MONEY_APPROVAL, type LockedCase } from '../credit/held-money';
import { CASES } from '../payment-cases';
import { PAYMENT_SAYS } from '../sentences';
import { lockNamed } from './found-reference';
import { HoldMoney } from './hold-money.service';
import type { MoneyInDoubt, MoneyReceived } from './money-received';

/** What is kept with the case: enough to book the money later. */
interface ToldDetail {
  readonly bank_id: number;
  readonly bank_reference: string;
  readonly known_reference: string | null;
  readonly channel: Channel;
  readonly paid_amount: number;
  readonly admin_fee: number;
  readonly paid_at: string;
}

interface ToldOrder {
  readonly resolution: ToldFinding;
  readonly note: string;
  /** Of the payment that is booked, when it was asked for. */
  readonly known_reversed?: boolean;
}

type ToldCase = RowOf<Case, 'intentId'> & {
  readonly detail: ToldDetail;
  readonly customer_id: number;
  readonly customer_number: string;
  readonly bank_code: string;
  readonly known_reversed: boolean;
};

const WORDS: Readonly<Record<ToldFinding, string>> = {
  SAME_MONEY: 'Pembayaran yang sama dengan dua referensi',
  OTHER_MONEY: 'Pembayaran kedua dibukukan dengan referensinya sendiri',
};
const CHANGED = 'Keputusan “pembayaran yang sama” diubah: ';

/**
 * A bank that is asked names money for a checkout that was paid by something which did not name it. It may be the same money
 * by another name, or a second one: only the bank knows, and two people decide by what it says. That it is the same books
 * nothing, and may be found to be wrong by two people; what a second one has booked is reversed by two.
 */
@Injectable()
export class ToldMoney implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holding: HoldMoney,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(TOLD_MONEY_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.carryOut(tx, entityId, payload as ToldOrder),
    });
  }

  /** A case, once: not where the money is booked by its own name already, nor where two people have found what it is. */
  async doubt(money: MoneyReceived, paymentId: number, doubt: MoneyInDoubt): Promise<void> {
    const detail: ToldDetail = {
      bank_id: money.bank.id,
      bank_reference: money.bankReference,
      known_reference: doubt.knownReference,
      channel: money.channel,
      paid_amount: money.amount,
      admin_fee: doubt.adminFee,
      paid_at: money.paidAt.text,
    };
    await this.database.transaction(async (tx) => {
      if ((await lockNamed(tx, money.bank.id, money.bankReference)) !== null) return;
      await CASES.open(tx, {
        kind: 'TWO_NAMES',
        subjectId: paymentId,
        about: `told/${money.bankReference}`,
        customerId: doubt.payee.id,
        checkoutId: doubt.checkoutId,
        amount: money.amount,
        detail: { ...detail },
        openedAt: this.clock.date(),
        standing: true,
        final: TOLD_FINDINGS,
      });
    });
  }

  /** @throws Problem approval.pending, request.invalid for another kind of case */
  async request(tx: Tx, locked: LockedCase, resolution: ToldFinding, note: string): Promise<void> {
    if (locked.kind !== 'TWO_NAMES') throw notApplicable(PAYMENT_SAYS.notTwoNames);
    const { detail, customer_number: number, known_reversed } = await this.read(tx, locked.id);
    await this.approvals.request(tx, {
      kind: TOLD_MONEY_APPROVAL,
      entityType: 'kasus',
      entityId: locked.id,
      summary: `${locked.status === 'RESOLVED' ? CHANGED : ''}${WORDS[resolution]}: ${formatRupiah(rupiah(detail.paid_amount))}, ${number}`,
      payload: {
        resolution,
        amount: detail.paid_amount,
        bank_reference: detail.bank_reference,
        known_reference: detail.known_reference,
        known_reversed,
        note,
        customer_number: number,
      },
      reason: note,
    });
  }

  /** @throws Problem case.changed when it is said to be the same, and was booked meanwhile or what it is the same as taken back */
  private async carryOut(tx: Tx, caseId: number, order: ToldOrder): Promise<void> {
    const { resolution, note } = order;
    const { detail } = await this.read(tx, caseId);
    // In the order of every posting: the reference, then the customer. Read under both.
    const booked = await lockNamed(tx, detail.bank_id, detail.bank_reference);
    const { status } = await lockCase(tx, caseId, resolution);
    const told = await this.read(tx, caseId);
    if (resolution === 'SAME_MONEY') {
      if (booked === 'STANDS') throw new Problem('case.changed', { detail: PAYMENT_SAYS.toldIsBooked });
      if (told.known_reversed && order.known_reversed !== true)
        throw new Problem('case.changed', { detail: PAYMENT_SAYS.knownTakenBack });
    } else if (booked === null) await this.hold(tx, told);
    // Booked meanwhile, by the bank's own call or out of its file, a second payment stays as it is, whoever it is for.
    const decision = { resolution, note, at: this.clock.date() };
    if (status === 'OPEN') await finishCase(tx, caseId, decision);
    else await changeDecision(tx, caseId, { from: 'SAME_MONEY', ...decision });
  }

  private async hold(tx: Tx, told: ToldCase): Promise<void> {
    const { detail, intent_id: checkoutId } = told;
    await this.holding.within(
      tx,
      {
        bank: { id: detail.bank_id, code: told.bank_code, adminFee: rupiah(detail.admin_fee) },
        bankReference: detail.bank_reference,
        amount: detail.paid_amount,
        channel: detail.channel,
        paidAt: { text: detail.paid_at, epoch: Date.parse(detail.paid_at), plausible: true },
        target: { kind: 'CUSTOMER', customerNumber: told.customer_number },
      },
      {
        kind: 'HOLD',
        payee: { id: told.customer_id, customerNumber: told.customer_number },
        checkoutId,
        adminFee: rupiah(detail.admin_fee),
        reason: 'DOUBLE_PAYMENT',
        detail: { known_reference: detail.known_reference },
      },
    );
  }

  private read(tx: Tx, caseId: number): Promise<ToldCase> {
    return tx.one<ToldCase & object>(
      `SELECT k.detail, k.intent_id, k.customer_id, c.customer_number, b.series AS bank_code,
         EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = k.subject_id) AS known_reversed
       FROM kasus k JOIN pelanggan c ON c.id = k.customer_id JOIN penerima b ON b.id = (k.detail ->> 'bank_id')::bigint WHERE k.id = $1`,
      [caseId],
    );
  }
}
