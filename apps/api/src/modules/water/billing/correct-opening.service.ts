import { Injectable } from '@nestjs/common';
import {
  billCancelled,
  correctedBalance,
  openingLines,
  rupiah,
  ZERO_RUPIAH,
  type BillState,
  type CorrectedBill,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { PostJournals } from '../../ground/ledger';
import type { WrittenCorrection } from './correct-bills.service';
import { CorrectSettledBill, type CorrectionDecision } from './correct-settled-bill.service';
import { IssueBills } from './issue-bills.service';

/** A balance as it stands, split as the file that brought it. */
export interface OpeningOwed {
  readonly id: number;
  readonly customer_id: number;
  readonly customer_number: string;
  readonly bill_number: string;
  readonly kind: string;
  readonly state: BillState;
  readonly period: Period;
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly usage_m3: number;
  /** What the bill itself asks for, of both together. */
  readonly asked: number;
  /** As it stands: by its last correction, or by its own lines. */
  readonly principal: number;
  readonly penalty: number;
  /** It has rows, which are about this very bill. */
  readonly corrected: boolean;
}

/** What the system before should have handed over. Nothing of either: the balance is withdrawn. */
export interface RightBalance {
  readonly principal: number;
  readonly penalty: number;
}

/** How a bill `b` that was taken over stands: by its last correction, or by its own lines. */
export const OPENING_STANDS = `
  SELECT coalesce(sum(l.amount) FILTER (WHERE l.code <> 'DENDA'), 0)::bigint AS principal,
    coalesce(sum(l.amount) FILTER (WHERE l.code = 'DENDA'), 0)::bigint AS penalty
  FROM (SELECT code, amount FROM tagihan_rincian WHERE bill_id = b.id AND NOT EXISTS (SELECT FROM koreksi_tagihan WHERE bill_id = b.id)
    UNION ALL SELECT r.code, r.amount FROM jsonb_to_recordset((SELECT k.lines FROM koreksi_tagihan k WHERE k.bill_id = b.id
      ORDER BY k.id DESC LIMIT 1)) AS r (code text, amount bigint)) l`;

const OWED = `
  SELECT b.id, b.customer_id, c.customer_number, b.bill_number, b.kind, b.state, b.period, b.previous_stand, b.current_stand, b.usage_m3,
    b.principal AS asked, EXISTS (SELECT FROM koreksi_tagihan k WHERE k.bill_id = b.id) AS corrected, stands.principal, stands.penalty
  FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id CROSS JOIN LATERAL (${OPENING_STANDS}) stands WHERE b.id = $1`;

const AGAIN = `
  INSERT INTO tagihan (bill_number, customer_id, kind, period, tariff_id, meter_size_mm, previous_stand, current_stand, usage_m3,
    water_amount, fixed_amount, other_amount, principal, penalty_free, due_date, state, replaces_id)
  SELECT bill_number, customer_id, 'OPENING', period, tariff_id, meter_size_mm, previous_stand, current_stand, usage_m3,
    0, 0, $2::bigint, $2::bigint, $3::bigint, due_date, 'DRAFT', id
  FROM tagihan WHERE id = $1 RETURNING id`;

const LINES = `
  INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
  SELECT $1, n, 'OPENING', code, label, 1, 'bulan', amount, amount, formula
  FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) WITH ORDINALITY AS l (code, label, amount, formula, n)`;

/**
 * A balance that was taken over wrongly: while it is owed, its bill is cancelled (Dr 3900 Cr 1210, and the penalty booked on
 * it) and issued anew under its number at the right amount (Dr 1210 Cr 3900); or withdrawn when nothing was owed. Once it is
 * paid, or owed by the instalments of a plan, the bill stays and the difference is a row.
 */
@Injectable()
export class CorrectOpening {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly events: DomainEvents,
    private readonly issuing: IssueBills,
    private readonly rows: CorrectSettledBill,
  ) {}

  /** Customer, then bill, as whoever takes money for it does; also what is no balance of ours, which the caller refuses. */
  async lock(tx: Tx, billId: number): Promise<OpeningOwed | undefined> {
    await tx.query(
      'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM tagihan WHERE id = $1) FOR NO KEY UPDATE',
      [billId],
    );
    await tx.query('SELECT FROM tagihan WHERE id = $1 FOR NO KEY UPDATE', [billId]);
    const [bill] = await tx.query<OpeningOwed & object>(OWED, [billId]);
    return bill;
  }

  /**
   * Under `lock`, of a balance that is settled (see `correctionWay`); the credit is the caller's to write.
   * @param row.item as `correctedBalance` says it
   */
  async writeRow(
    tx: Tx,
    bill: OpeningOwed,
    right: RightBalance,
    row: { readonly item: CorrectedBill; readonly excessWaived: number },
    by: CorrectionDecision,
  ): Promise<WrittenCorrection> {
    const { lines } = openingLines({
      period: bill.period,
      principal: rupiah(right.principal),
      penalty: rupiah(right.penalty),
    });
    return this.rows.write(tx, {
      ...by,
      customerId: bill.customer_id,
      cause: 'OPENING',
      ...row,
      // What was found to be too much is the customer's, and the penalty of the system before bears none.
      penaltyFree: Math.max(0, bill.asked - right.principal),
      lines: lines.map((line) => ({ kind: 'OPENING', quantity: 1, rate: line.amount, ...line })),
    });
  }

  /**
   * Under `lock`, of a balance that is owed.
   * @param booked penalty of ours booked on it since, gross: gone with the bill
   * @returns the paper that tells the customer; null when nothing took the place of the bill
   */
  async write(
    tx: Tx,
    bill: OpeningOwed,
    right: RightBalance,
    booked: number,
    by: CorrectionDecision,
  ): Promise<number | null> {
    await this.cancel(tx, bill, booked);
    const { lines, total } = openingLines({
      period: bill.period,
      principal: rupiah(right.principal),
      penalty: rupiah(right.penalty),
    });
    const withdrawn = total === 0;
    await this.events.raise(tx, 'bills.cancelled', { customerIds: [bill.customer_id], billIds: [bill.id] });
    if (withdrawn) {
      await this.events.raise(tx, 'bills.withdrawn', { billIds: [bill.id] });
      return null;
    }
    const { id } = await tx.one<{ id: number }>(AGAIN, [bill.id, total, right.penalty]);
    await tx.query(LINES, [
      id,
      lines.map(({ code }) => code),
      lines.map(({ label }) => label),
      lines.map(({ amount }) => amount),
      lines.map(({ formula }) => formula),
    ]);
    const noteId = await this.note(
      tx,
      correctedBalance(bill, right, { way: 'REISSUED', penalty: -booked }),
      bill,
      by,
    );
    await this.issuing.issue(tx, [id], null);
    return noteId;
  }

  private async cancel(tx: Tx, bill: OpeningOwed, booked: number): Promise<void> {
    await this.journals.post(tx, [
      {
        event: 'bill.cancelled',
        entityType: 'tagihan',
        entityId: bill.id,
        businessDate: this.clock.businessDate(),
        lines: billCancelled({
          customerId: bill.customer_id,
          billId: bill.id,
          kind: 'OPENING',
          waterAmount: ZERO_RUPIAH,
          fixedAmount: ZERO_RUPIAH,
          otherAmount: rupiah(bill.principal + bill.penalty),
          penalty: rupiah(booked),
        }),
      },
    ]);
    await tx.query("UPDATE tagihan SET state = 'CANCELLED' WHERE id = $1", [bill.id]);
  }

  private async note(
    tx: Tx,
    item: CorrectedBill,
    { customer_id: customerId }: OpeningOwed,
    by: CorrectionDecision,
  ): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO nota_koreksi (customer_id, cause, reason, items, amount, requested_by, approved_by, created_at)
       VALUES ($1, 'OPENING', $2, $3, 0, $4, $5, $6) RETURNING id`,
      [customerId, by.reason, JSON.stringify([item]), by.requestedBy, by.approvedBy, this.clock.date()],
    );
    return id;
  }
}
