import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import {
  creditReceived,
  rupiah,
  suspenseReceived,
  ZERO_RUPIAH,
  type PaymentTotals,
  type Rupiah,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { currentContext } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { CASES } from '../payment-cases';
import { paymentAnswer } from '../posting/payment-answer';
import { drawOne, lockReference, type BoundReference } from '../posting/lock-postings';
import { receiptSeries, type Posting } from '../posting/postings';
import { receiptToken, receiptUrl } from '../posting/receipt-link';
import { issueReceipts, writePostings, type After } from '../posting/write-postings';
import type { MoneyBooked, MoneyPlan, MoneyReceived, Payee } from './money-received';

type Held = Extract<MoneyPlan, { kind: 'HOLD' }>;

/**
 * Money that settles nothing is never lost: in one transaction it becomes the customer's credit, or suspense when
 * nobody can be named, with an open case, receipt number, journal, audit row, event and the bound reference.
 */
@Injectable()
export class HoldMoney {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem payment.reference_reused when the reference was booked for other money */
  async hold(money: MoneyReceived, plan: Held): Promise<MoneyBooked> {
    return this.database.transaction((tx) => this.within(tx, money, plan, 'COMMIT'));
  }

  /** The same in a transaction in which more is decided. */
  async within(tx: Tx, money: MoneyReceived, plan: Held, ending: After = 'GO_ON'): Promise<MoneyBooked> {
    const bound = await lockReference(tx, money.bank.id, money.bankReference);
    if (bound !== null) return repeated(bound, money, plan.payee);
    const paymentId = await this.write(tx, money, plan, ending);
    return { outcome: plan.payee === null ? 'SUSPENDED' : 'CREDITED', paymentId, replayed: false };
  }

  private async write(tx: Tx, money: MoneyReceived, plan: Held, ending: After): Promise<number> {
    const { payee } = plan;
    if (payee !== null) await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [payee.id]);
    const posting = await this.posting(tx, money, plan);
    const { id: paymentId, journalId, amount } = posting;
    const postedAt = new Date(posting.postedAt);
    await writePostings(tx, [posting]);
    const caseId = await CASES.open(tx, {
      kind: plan.reason,
      subjectId: paymentId,
      customerId: payee?.id ?? null,
      paymentId,
      checkoutId: plan.checkoutId,
      amount,
      detail: {
        ...plan.detail,
        bank_reference: money.bankReference,
        channel: money.channel,
        paid_amount: money.amount,
        paid_at: money.paidAt.text,
      },
      openedAt: postedAt,
    });
    if (payee !== null)
      await tx.query(
        `INSERT INTO saldo_pelanggan (customer_id, amount, reason, payment_id, case_id, journal_id, created_at)
         VALUES ($1, $2, 'payment.held', $3, $4, $5, $6)`,
        [payee.id, amount, paymentId, caseId, journalId, postedAt],
      );
    await issueReceipts(tx, [posting], ending);
    return paymentId;
  }

  private async posting(tx: Tx, money: MoneyReceived, plan: Held): Promise<Posting> {
    const { bank, bankReference, channel } = money;
    const { payee } = plan;
    const totals = heldTotals(money.amount, plan.adminFee);
    const amount = totals.bankAmount;
    const epoch = this.clock.now();
    const businessDate = this.clock.dayOf(epoch);
    const ids = await drawOne(tx);
    const token = receiptToken();
    const collector = { id: bank.id, kind: 'BANK' } as const;
    const receipt = { collector, amount, adminFee: totals.adminFee };
    return {
      id: ids.payment_id,
      journalId: ids.journal_id,
      kind: 'PAYMENT',
      collectorId: bank.id,
      reference: bankReference,
      customerId: payee?.id ?? null,
      channel,
      totals,
      amount,
      paidAt: money.paidAt.epoch,
      postedAt: epoch,
      businessDate,
      actor: { kind: 'BANK', id: bank.id },
      origin: currentContext() ?? null,
      after: { bank_reference: bankReference, amount, channel, bills: [] },
      news: { payment_id: ids.payment_id, customer_id: payee?.id ?? null, bill_ids: [] },
      checkoutId: null,
      allocations: [
        {
          kind: payee === null ? 'SUSPENSE' : 'CREDIT',
          billId: null,
          principal: ZERO_RUPIAH,
          penalty: ZERO_RUPIAH,
          waiver: ZERO_RUPIAH,
          amount,
        },
      ],
      lines:
        payee === null ? suspenseReceived(receipt) : creditReceived({ ...receipt, customerId: payee.id }),
      receipt: {
        series: receiptSeries(bank.code, channel, businessDate),
        token,
        bound: {
          fingerprint: heldFingerprint(money, payee),
          answer: paymentAnswer({
            paymentId: ids.payment_id,
            bankReference,
            customerNumber: payee?.customerNumber ?? null,
            bills: [],
            totals,
            heldAmount: amount,
            channel,
            paidAt: money.paidAt.text,
            postedAt: this.clock.text(epoch),
            receiptUrl: receiptUrl(this.config.publicUrl, token),
          }),
        },
      },
    };
  }
}

/** The bank keeps its fee also of money that settles nothing, unless the money is not even the fee. */
function heldTotals(paid: number, fee: Rupiah): PaymentTotals {
  const adminFee = paid > fee ? fee : ZERO_RUPIAH;
  const bankAmount = rupiah(paid - adminFee);
  return { billAmount: ZERO_RUPIAH, stampDuty: ZERO_RUPIAH, adminFee, totalAmount: rupiah(paid), bankAmount };
}

/** Never the fingerprint of a posting (`v1|…`): a later `process` under this reference is another meaning. */
function heldFingerprint(money: MoneyReceived, payee: Payee | null): string {
  const meaning = `held|${payee?.customerNumber ?? 'suspense'}|${String(money.amount)}`;
  return createHash('sha256').update(meaning).digest('hex');
}

/** The same money again: same customer, same amount, whichever way it was booked the first time. */
function repeated(bound: BoundReference, money: MoneyReceived, payee: Payee | null): MoneyBooked {
  if (bound.outcome === 'TOMBSTONE' || bound.reversed_at !== null)
    return { outcome: 'REVERSED', paymentId: bound.payment_id, replayed: true };
  const answer = JSON.parse(bound.answer ?? '{}') as { total_amount?: number; bills?: unknown[] };
  if (bound.customer_id !== (payee?.id ?? null) || answer.total_amount !== money.amount)
    throw new Problem('payment.reference_reused');
  const held = payee === null ? 'SUSPENDED' : 'CREDITED';
  const outcome = (answer.bills?.length ?? 0) > 0 ? 'POSTED' : held;
  return { outcome, paymentId: bound.payment_id, replayed: true };
}
