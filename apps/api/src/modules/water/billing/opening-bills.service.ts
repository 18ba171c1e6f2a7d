import { Injectable } from '@nestjs/common';
import {
  billCancelled,
  billNumber,
  dueDateOf,
  openingLines,
  rupiah,
  ZERO_RUPIAH,
  type Period,
  type Rupiah,
} from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import type { RowOf, Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { PostJournals } from '../../ground/ledger';
import { dueRules } from './due-rules';
import type { Bill } from './entities/bill.entity';
import { IssueBills } from './issue-bills.service';

/** What a customer owes of a month that the system before has billed. */
export interface OpeningBalance {
  readonly customerId: number;
  readonly customerNumber: string;
  readonly period: Period;
  readonly previousStand: number;
  readonly currentStand: number;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
}

// The category is the customer's of today: nobody knows by which one the month was priced.
const DRAFT = `
  INSERT INTO tagihan (bill_number, customer_id, kind, period, tariff_id, meter_size_mm, previous_stand, current_stand, usage_m3,
    water_amount, fixed_amount, other_amount, principal, penalty_free, due_date, state)
  SELECT o.bill_number, o.customer_id, 'OPENING', o.period, c.tariff_id, coalesce(m.size_mm, 15), o.previous_stand, o.current_stand,
    o.current_stand - o.previous_stand, 0, 0, o.total, o.total, o.penalty, o.due_date, 'DRAFT'
  FROM unnest($1::text[], $2::bigint[], $3::text[], $4::int[], $5::int[], $6::bigint[], $7::date[], $8::bigint[])
    WITH ORDINALITY AS o (bill_number, customer_id, period, previous_stand, current_stand, total, due_date, penalty, n)
  JOIN pelanggan c ON c.id = o.customer_id
  LEFT JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
  ORDER BY o.n
  RETURNING id, bill_number`;

const LINES = `
  INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
  SELECT l.bill_id, l.seq, 'OPENING', l.code, l.label, 1, 'bulan', l.amount, l.amount, l.formula
  FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[]) AS l (bill_id, seq, code, label, amount, formula)`;

/** Balances of the system before become bills of kind OPENING, issued like any other; and are taken back. */
@Injectable()
export class OpeningBills {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly events: DomainEvents,
    private readonly issuing: IssueBills,
  ) {}

  /**
   * Each balance is drafted with its lines and issued with its journal. Nobody is late on the day of the take-over: due
   * as every bill that is issued late.
   * @returns the bills in the order of the balances
   */
  async open(tx: Tx, balances: readonly OpeningBalance[]): Promise<number[]> {
    if (balances.length === 0) return [];
    const { dueDay } = await dueRules((sql) => tx.query(sql));
    const owed = balances.map((balance) => ({
      ...balance,
      ...openingLines(balance),
      number: billNumber(balance.customerNumber, balance.period),
    }));
    const drafts = await tx.query<{ id: number; bill_number: string }>(DRAFT, [
      owed.map(({ number }) => number),
      owed.map(({ customerId }) => customerId),
      owed.map(({ period }) => period),
      owed.map(({ previousStand }) => previousStand),
      owed.map(({ currentStand }) => currentStand),
      owed.map(({ total }) => total),
      owed.map(({ period }) => dueDateOf(period, dueDay)),
      owed.map(({ penalty }) => penalty),
    ]);
    const idOf = new Map(drafts.map(({ id, bill_number: number }) => [number, id]));
    const lines = owed.flatMap(({ number, lines: own }) =>
      own.map((line, index) => ({ ...line, billId: idOf.get(number), seq: index + 1 })),
    );
    await tx.query(LINES, [
      lines.map(({ billId }) => billId),
      lines.map(({ seq }) => seq),
      lines.map(({ code }) => code),
      lines.map(({ label }) => label),
      lines.map(({ amount }) => amount),
      lines.map(({ formula }) => formula),
    ]);
    const ids = owed.map(({ number }) => idOf.get(number) ?? 0);
    const { issued } = await this.issuing.issue(tx, ids, null);
    if (issued !== balances.length) throw new Error(`${String(issued)} of ${String(balances.length)} issued`);
    return ids;
  }

  /** Mirrors what `open` booked. Whoever calls has made sure that nothing was built on these bills. */
  async cancel(tx: Tx, billIds: readonly number[]): Promise<void> {
    await tx.query(
      'SELECT FROM pelanggan WHERE id IN (SELECT customer_id FROM tagihan WHERE id = ANY ($1)) ORDER BY id FOR NO KEY UPDATE',
      [billIds],
    );
    const bills = await tx.query<RowOf<Bill, 'id' | 'customerId' | 'otherAmount'>>(
      `SELECT id, customer_id, other_amount FROM tagihan
       WHERE id = ANY ($1) AND state = 'ISSUED' AND kind = 'OPENING' ORDER BY id FOR NO KEY UPDATE`,
      [billIds],
    );
    if (bills.length !== billIds.length) throw new Error('a balance is not open any more');
    await tx.query("UPDATE tagihan SET state = 'CANCELLED' WHERE id = ANY ($1)", [billIds]);
    await this.journals.post(
      tx,
      bills.map((bill) => ({
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
          otherAmount: rupiah(bill.other_amount),
        }),
      })),
    );
    await this.events.raise(tx, 'bills.cancelled', {
      customerIds: [...new Set(bills.map((bill) => bill.customer_id))],
      billIds,
    });
    await this.events.raise(tx, 'bills.withdrawn', { billIds });
    await writeAudit(tx, {
      action: 'bill.cancelled',
      entityType: 'tagihan',
      entityId: null,
      after: { bills: bills.length, first_id: bills[0]?.id, last_id: bills.at(-1)?.id },
    });
  }
}
