import { Injectable } from '@nestjs/common';
import {
  paymentReversed,
  rupiah,
  type AccountCode,
  type BusinessDate,
  type CollectionChannel,
  type CollectorKind,
  type JournalLine,
  type Rupiah,
} from '@tirtapay/domain';
import { actorId, writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentActor, currentContext } from '../../../../platform/context';
import {
  Database,
  SQLSTATE,
  sqlState,
  violatedConstraint,
  type RowOf,
  type Tx,
} from '../../../../platform/database';
import { DomainEvents, OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { Deposits, type ShiftKey, Shifts } from '../../../ground/collectors';
import { KeepPromises } from '../../../water/penalty';
import { CASES } from '../payment-cases';
import { drawOne, inProgress, lockReference, type BoundReference } from '../posting/lock-postings';
import { receiptSeries, type Posting } from '../posting/postings';
import { receiptToken } from '../posting/receipt-link';
import { issueReceipts, releaseBills, writePostings } from '../posting/write-postings';
import type { BankReversal } from '../entities/bank-reference.entity';
import { PAYMENT_TAKEN_BACK } from './payment-taken-back';

export interface BankReversalCommand {
  readonly bank: { readonly id: number; readonly code: string };
  readonly bankReference: string;
  readonly reversalReference: string;
  readonly reason: string;
}

interface Posted {
  id: number;
  collector_id: number;
  series: string;
  collector_kind: CollectorKind;
  customer_id: number | null;
  channel: CollectionChannel;
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  amount: number;
  paid_at: Date;
  bank_reference: string;
}

export interface Reversal {
  readonly id: number;
  readonly receiptNumber: string;
  readonly reversedAt: number;
}

/** What keeps a reversal reference of a bank to one reversal. */
const REVERSAL_REFERENCES: ReadonlySet<string> = new Set([
  'bank_reversal_pkey',
  'pembayaran_reversal_reference',
]);

/** Takes a payment back by a mirror row: nothing posted is edited, the bills are open again, the journal is mirrored. */
@Injectable()
export class ReversePayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deposits: Deposits,
    private readonly shifts: Shifts,
    private readonly outbox: OutboxDispatcher,
    private readonly promises: KeepPromises,
    private readonly events: DomainEvents,
  ) {}

  /**
   * A bank's own reversal: same business day only and before its day is settled, idempotent on its reversal reference; an unknown reference leaves a
   * tombstone, so that a late payment under it is refused.
   * @returns the stored answer and whether this call was a repetition
   */
  async byBank(command: BankReversalCommand): Promise<{ answer: string; replayed: boolean }> {
    try {
      const result = await this.database.transaction((tx) => this.reverseForBank(tx, command));
      this.outbox.nudge();
      return result;
    } catch (error) {
      if (sqlState(error) === SQLSTATE.lockNotAvailable) throw inProgress();
      // Taken meanwhile by the reversal of another payment, which holds another lock.
      if (REVERSAL_REFERENCES.has(violatedConstraint(error) ?? ''))
        throw new Problem('payment.reference_reused');
      throw error;
    }
  }

  private async reverseForBank(
    tx: Tx,
    command: BankReversalCommand,
  ): Promise<{ answer: string; replayed: boolean }> {
    const { bank, bankReference, reversalReference } = command;
    const state = await lockReference(tx, bank.id, bankReference);
    const [earlier] = await tx.query<RowOf<BankReversal, 'bankReference' | 'answer'>>(
      'SELECT bank_reference, answer FROM bank_reversal WHERE collector_id = $1 AND reversal_reference = $2',
      [bank.id, reversalReference],
    );
    if (earlier !== undefined) {
      if (earlier.bank_reference !== bankReference) throw new Problem('payment.reference_reused');
      return { answer: earlier.answer, replayed: true };
    }
    const answer =
      state?.outcome === 'POSTED'
        ? await this.reversePosted(tx, command, state)
        : await this.entomb(tx, command, state);
    await tx.query(
      'INSERT INTO bank_reversal (collector_id, reversal_reference, bank_reference, reversal_id, answer, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [bank.id, reversalReference, bankReference, answer.reversalId, answer.text, this.clock.date()],
    );
    return { answer: answer.text, replayed: false };
  }

  private async reversePosted(
    tx: Tx,
    command: BankReversalCommand,
    state: BoundReference,
  ): Promise<{ text: string; reversalId: number }> {
    if (state.reversed_at !== null) throw new Problem('payment.reversed');
    if (state.business_date !== this.clock.businessDate()) throw new Problem('payment.reversal_closed');
    const paymentId = state.payment_id ?? 0;
    await this.events.raise(tx, PAYMENT_TAKEN_BACK, { paymentId, collectorId: command.bank.id });
    const reversal = await this.reverse(tx, paymentId, command.reason, command.reversalReference);
    const original = JSON.parse(state.answer ?? '{}') as Record<string, unknown>;
    const text = JSON.stringify({
      ...original,
      status: 'REVERSED',
      was_posted: true,
      reversal_reference: command.reversalReference,
      reversal_receipt_number: reversal.receiptNumber,
      reversed_at: this.clock.text(reversal.reversedAt),
    });
    return { text, reversalId: reversal.id };
  }

  private async entomb(
    tx: Tx,
    command: BankReversalCommand,
    state: BoundReference | null,
  ): Promise<{ text: string; reversalId: null }> {
    const now = this.clock.now();
    if (state === null) {
      await tx.query(
        "INSERT INTO bank_reference (collector_id, bank_reference, outcome, created_at) VALUES ($1, $2, 'TOMBSTONE', $3)",
        [command.bank.id, command.bankReference, new Date(now)],
      );
      await writeAudit(tx, {
        action: 'payment.tombstoned',
        entityType: 'bank_reference',
        entityId: null,
        after: { bank: command.bank.code, bank_reference: command.bankReference },
      });
    }
    const text = JSON.stringify({
      status: 'REVERSED',
      was_posted: false,
      bank_reference: command.bankReference,
      reversal_reference: command.reversalReference,
      reversed_at: this.clock.text(now),
    });
    return { text, reversalId: null };
  }

  /**
   * The mirror row itself, for banks and for an approved request of staff.
   * @param handedOverIn of cash: the shift of whoever hands it over; without one, the open shift of its drawer
   * @throws Problem payment.not_reversible, counter.shift_not_open
   */
  async reverse(
    tx: Tx,
    paymentId: number,
    reason: string,
    reversalReference: string | null,
    handedOverIn?: ShiftKey,
  ): Promise<Reversal> {
    const [posted] = await tx.query<Posted>(
      `SELECT p.id, p.collector_id, b.series, b.kind AS collector_kind, p.customer_id, p.channel, p.bill_amount, p.stamp_duty, p.admin_fee, p.amount, p.paid_at, p.bank_reference
       FROM pembayaran p JOIN penerima b ON b.id = p.collector_id WHERE p.id = $1 AND p.kind = 'PAYMENT'`,
      [paymentId],
    );
    if (posted === undefined) throw new Problem('payment.not_found');
    // the fixed order of locks: shift, deposit, customer, bills by id, then the payment's own rows
    const shiftId = await this.paidBackIn(tx, posted, handedOverIn);
    if (posted.collector_kind === 'PARTNER') await this.deposits.lock(tx, posted.collector_id);
    await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [posted.customer_id]);
    await tx.query('SELECT FROM tagihan WHERE paid_by = $1 ORDER BY id FOR NO KEY UPDATE', [paymentId]);
    // Money in suspense has neither customer nor bill to wait behind: whoever decides about it holds its case.
    if (posted.bill_amount === 0)
      await tx.query("SELECT FROM kasus WHERE source_key = 'pembayaran:' || $1::bigint FOR UPDATE", [
        paymentId,
      ]);
    const [done] = await tx.query('SELECT 1 FROM pembayaran WHERE reversal_of = $1', [paymentId]);
    if (done !== undefined) throw new Problem('payment.not_reversible');
    await assertStillHeld(tx, posted);
    const reversal = await this.writeMirror(tx, posted, reason, reversalReference, shiftId);
    // A bank that takes its own payment back does so on the day of the payment: its customer was never paid for.
    if (reversalReference === null) await this.keepPromises(tx, paymentId);
    return reversal;
  }

  /** Who had paid in time keeps what was forgiven. */
  private async keepPromises(tx: Tx, paymentId: number): Promise<void> {
    const [forgiven] = await tx.query<{ bill_ids: number[]; paid_on: BusinessDate }>(
      `SELECT array_agg(a.bill_id ORDER BY a.bill_id) AS bill_ids, p.business_date AS paid_on
       FROM pembayaran_alokasi a JOIN pembayaran p ON p.id = a.payment_id
       WHERE a.payment_id = $1 AND a.waived > 0 GROUP BY p.business_date`,
      [paymentId],
    );
    if (forgiven !== undefined) await this.promises.afterReversal(tx, forgiven.bill_ids, forgiven.paid_on);
  }

  /**
   * Cash goes back out of the drawer it was put into, and somebody must be there to hand it over.
   * @throws Problem counter.shift_not_open
   */
  private async paidBackIn(tx: Tx, posted: Posted, shift: ShiftKey | undefined): Promise<number | undefined> {
    if (posted.collector_kind !== 'COUNTER') return undefined;
    if (shift !== undefined) {
      await this.shifts.hold(tx, posted.collector_id, shift);
      return shift.id;
    }
    const shiftId = await this.shifts.holdOpen(tx, posted.collector_id);
    if (shiftId === null) throw new Problem('counter.shift_not_open');
    return shiftId;
  }

  private async writeMirror(
    tx: Tx,
    posted: Posted,
    reason: string,
    reversalReference: string | null,
    shiftId: number | undefined,
  ): Promise<Reversal> {
    const posting = { ...(await this.mirror(tx, posted, reason, reversalReference)), shiftId };
    const { id, postedAt } = posting;
    if (posted.collector_kind === 'PARTNER')
      await this.deposits.put(tx, posted.collector_id, posted.amount + posted.admin_fee);
    await writePostings(tx, [posting]);
    await releaseBills(tx, [{ paymentId: posted.id, reversalId: id }]);
    await tx.query(
      `INSERT INTO saldo_pelanggan (customer_id, amount, reason, payment_id, case_id, journal_id, created_at)
       SELECT customer_id, -amount, 'payment.reversed', $2, case_id, $3, $4 FROM saldo_pelanggan WHERE payment_id = $1 AND amount > 0`,
      [posted.id, id, posting.journalId, new Date(postedAt)],
    );
    await CASES.settle(tx, { type: 'pembayaran', id: posted.id }, 'payment.reversed', new Date(postedAt));
    const [facts] = await issueReceipts(tx, [posting]);
    return { id, receiptNumber: facts?.receiptNumber ?? '', reversedAt: postedAt };
  }

  private async mirror(
    tx: Tx,
    posted: Posted,
    reason: string,
    reversalReference: string | null,
  ): Promise<Posting> {
    const epoch = this.clock.now();
    const businessDate = this.clock.dayOf(epoch);
    const ids = await drawOne(tx);
    const actor = currentActor();
    return {
      id: ids.payment_id,
      journalId: ids.journal_id,
      kind: 'REVERSAL',
      collectorId: posted.collector_id,
      reference: null,
      reverses: { paymentId: posted.id, reversalReference, reason },
      customerId: posted.customer_id,
      channel: posted.channel,
      totals: {
        billAmount: rupiah(posted.bill_amount),
        stampDuty: rupiah(posted.stamp_duty),
        adminFee: rupiah(posted.admin_fee),
        totalAmount: rupiah(posted.amount + posted.admin_fee),
        bankAmount: rupiah(posted.amount),
      },
      amount: posted.amount,
      paidAt: posted.paid_at.getTime(),
      postedAt: epoch,
      businessDate,
      actor: { kind: actor.kind, id: actorId(actor) },
      origin: currentContext() ?? null,
      before: { payment_id: posted.id, amount: posted.amount },
      after: { reason, reversal_reference: reversalReference },
      news: { payment_id: posted.id, reversal_id: ids.payment_id, customer_id: posted.customer_id },
      checkoutId: null,
      allocations: [],
      lines: paymentReversed(await this.linesOf(tx, posted.id), posted.collector_kind),
      receipt: { series: receiptSeries(posted.series, posted.channel, businessDate), token: receiptToken() },
    };
  }

  private async linesOf(tx: Tx, paymentId: number): Promise<JournalLine[]> {
    const rows = await tx.query<{
      account: AccountCode;
      debit: number;
      credit: number;
      collector_id: number | null;
      customer_id: number | null;
      bill_id: number | null;
    }>(
      `SELECT l.account, l.debit, l.credit, l.collector_id, l.customer_id, l.bill_id FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id
       WHERE j.entity_type = 'pembayaran' AND j.entity_id = $1 ORDER BY l.id`,
      [paymentId],
    );
    return rows.map((line) => ({
      account: line.account,
      debit: line.debit as Rupiah,
      credit: line.credit as Rupiah,
      ...(line.collector_id === null ? {} : { collectorId: line.collector_id }),
      ...(line.customer_id === null ? {} : { customerId: line.customer_id }),
      ...(line.bill_id === null ? {} : { billId: line.bill_id }),
    }));
  }
}

/**
 * Held money that has paid bills or left again meanwhile cannot be taken back by the bank as well; nor can what the same
 * customer has as credit from elsewhere stand in for it.
 */
async function assertStillHeld(tx: Tx, posted: Posted): Promise<void> {
  if (posted.bill_amount > 0) return;
  const [held] = await tx.query<{ gone: boolean }>(
    `SELECT CASE WHEN $2::bigint IS NULL
       THEN EXISTS (SELECT FROM kasus WHERE source_key = 'pembayaran:' || $1 AND status = 'RESOLVED')
       ELSE (SELECT coalesce(sum(amount), 0) FROM saldo_pelanggan WHERE customer_id = $2) < $3::bigint
         OR EXISTS (SELECT FROM saldo_pelanggan h WHERE h.payment_id = $1::bigint AND h.amount > (
           SELECT sum(s.amount) FROM saldo_pelanggan s WHERE s.case_id = h.case_id)) END AS gone`,
    [posted.id, posted.customer_id, posted.amount],
  );
  if (held?.gone === true) throw new Problem('payment.not_reversible');
}
