import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import {
  paymentReversed,
  type AccountCode,
  type BusinessDate,
  type CollectionChannel,
  type CollectorKind,
  type JournalLine,
  type Rupiah,
} from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, SQLSTATE, sqlState, type Tx } from '../../../../platform/database';
import { OutboxDispatcher, writeOutbox } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { PostJournals } from '../../../ground/ledger';
import { settleCase } from '../cases/open-case';
import { issueReceipt, receiptSeries } from '../posting/posting-statements';

export interface BankReversalCommand {
  readonly bank: { readonly id: number; readonly code: string };
  readonly bankReference: string;
  readonly reversalReference: string;
  readonly reason: string;
}

interface LockedReference {
  outcome: 'POSTED' | 'TOMBSTONE';
  payment_id: number | null;
  answer: string | null;
  reversed_at: string | null;
  business_date: BusinessDate | null;
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

/** Takes a payment back by a mirror row: nothing posted is edited, the bills are open again, the journal is mirrored. */
@Injectable()
export class ReversePayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /**
   * A bank's own reversal: same business day only, idempotent on its reversal reference; an unknown reference leaves a
   * tombstone, so that a late payment under it is refused.
   * @returns the stored answer and whether this call was a repetition
   */
  async byBank(command: BankReversalCommand): Promise<{ answer: string; replayed: boolean }> {
    try {
      const result = await this.database.transaction((tx) => this.reverseForBank(tx, command));
      this.outbox.nudge();
      return result;
    } catch (error) {
      if (sqlState(error) === SQLSTATE.lockNotAvailable)
        throw new Problem('payment.in_progress', { retryAfter: 1 });
      throw error;
    }
  }

  private async reverseForBank(
    tx: Tx,
    command: BankReversalCommand,
  ): Promise<{ answer: string; replayed: boolean }> {
    const { bank, bankReference, reversalReference } = command;
    const [locked] = await tx.prepared<{ state: LockedReference | null }>(
      'lock_reference',
      'SELECT lock_reference($1, $2) AS state',
      [bank.id, bankReference],
    );
    const [earlier] = await tx.query<{ bank_reference: string; answer: string }>(
      'SELECT bank_reference, answer FROM bank_reversal WHERE collector_id = $1 AND reversal_reference = $2',
      [bank.id, reversalReference],
    );
    if (earlier !== undefined) {
      if (earlier.bank_reference !== bankReference) throw new Problem('payment.reference_reused');
      return { answer: earlier.answer, replayed: true };
    }
    const state = locked?.state ?? null;
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
    state: LockedReference,
  ): Promise<{ text: string; reversalId: number }> {
    if (state.reversed_at !== null) throw new Problem('payment.reversed');
    if (state.business_date !== this.clock.businessDate()) throw new Problem('payment.reversal_closed');
    const reversal = await this.reverse(tx, state.payment_id ?? 0, command.reason, command.reversalReference);
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
    state: LockedReference | null,
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

  /** The mirror row itself, for banks and for an approved request of staff. @throws Problem payment.not_reversible */
  async reverse(
    tx: Tx,
    paymentId: number,
    reason: string,
    reversalReference: string | null,
  ): Promise<Reversal> {
    const [posted] = await tx.query<Posted>(
      `SELECT p.id, p.collector_id, b.series, b.kind AS collector_kind, p.customer_id, p.channel, p.bill_amount, p.stamp_duty, p.admin_fee, p.amount, p.paid_at, p.bank_reference
       FROM pembayaran p JOIN penerima b ON b.id = p.collector_id WHERE p.id = $1 AND p.kind = 'PAYMENT'`,
      [paymentId],
    );
    if (posted === undefined) throw new Problem('payment.not_found');
    // the fixed order of locks: customer, bills by id, then the payment's own rows
    await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [posted.customer_id]);
    await tx.query('SELECT FROM tagihan WHERE paid_by = $1 ORDER BY id FOR NO KEY UPDATE', [paymentId]);
    const [done] = await tx.query('SELECT 1 FROM pembayaran WHERE reversal_of = $1', [paymentId]);
    if (done !== undefined) throw new Problem('payment.not_reversible');
    await assertStillHeld(tx, posted);
    return this.writeMirror(tx, posted, reason, reversalReference);
  }

  private async writeMirror(
    tx: Tx,
    posted: Posted,
    reason: string,
    reversalReference: string | null,
  ): Promise<Reversal> {
    const now = this.clock.now();
    const businessDate = this.clock.businessDate();
    const [row] = await tx.query<{ id: number }>(
      `INSERT INTO pembayaran (kind, collector_id, reversal_of, reversal_reference, reason, customer_id, channel, bill_amount, stamp_duty,
         admin_fee, amount, paid_at, posted_at, business_date)
       VALUES ('REVERSAL', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [
        posted.collector_id,
        posted.id,
        reversalReference,
        reason,
        posted.customer_id,
        posted.channel,
        posted.bill_amount,
        posted.stamp_duty,
        posted.admin_fee,
        posted.amount,
        posted.paid_at,
        new Date(now),
        businessDate,
      ],
    );
    const id = row?.id ?? 0;
    await tx.query('UPDATE pembayaran_alokasi SET released_by = $2 WHERE payment_id = $1', [posted.id, id]);
    await tx.query("UPDATE tagihan SET state = 'ISSUED', paid_by = NULL, paid_at = NULL WHERE paid_by = $1", [
      posted.id,
    ]);
    const [journalId] = await this.journals.post(tx, [
      {
        event: 'payment.reversed',
        entityType: 'pembayaran',
        entityId: id,
        businessDate,
        lines: paymentReversed(await this.linesOf(tx, posted.id), posted.collector_kind),
      },
    ]);
    await tx.query(
      `INSERT INTO saldo_pelanggan (customer_id, amount, reason, payment_id, case_id, journal_id, created_at)
       SELECT customer_id, -amount, 'payment.reversed', $2, case_id, $3, $4 FROM saldo_pelanggan WHERE payment_id = $1 AND amount > 0`,
      [posted.id, id, journalId, new Date(now)],
    );
    const receiptNumber = await issueReceipt(tx, {
      series: receiptSeries(posted.series, posted.channel, businessDate),
      collectorId: posted.collector_id,
      channel: posted.channel,
      businessDate,
      paymentId: id,
      token: randomBytes(18).toString('base64url'),
      issuedAt: now,
    });
    await settleCase(tx, `pembayaran:${String(posted.id)}`, 'payment.reversed', new Date(now));
    await writeAudit(tx, {
      action: 'payment.reversed',
      entityType: 'pembayaran',
      entityId: id,
      before: { payment_id: posted.id, amount: posted.amount },
      after: { reason, reversal_reference: reversalReference },
    });
    await writeOutbox(tx, 'payment.reversed', id, {
      payment_id: posted.id,
      reversal_id: id,
      customer_id: posted.customer_id,
    });
    return { id, receiptNumber, reversedAt: now };
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

/** Held money that has paid bills or left again meanwhile cannot be taken back by the bank as well. */
async function assertStillHeld(tx: Tx, posted: Posted): Promise<void> {
  if (posted.bill_amount > 0) return;
  const [held] = await tx.query<{ gone: boolean }>(
    `SELECT CASE WHEN $2::bigint IS NULL
       THEN EXISTS (SELECT FROM kasus WHERE source_key = 'pembayaran:' || $1 AND status = 'RESOLVED')
       ELSE (SELECT coalesce(sum(amount), 0) FROM saldo_pelanggan WHERE customer_id = $2) < $3::bigint END AS gone`,
    [posted.id, posted.customer_id, posted.amount],
  );
  if (held?.gone === true) throw new Problem('payment.not_reversible');
}
