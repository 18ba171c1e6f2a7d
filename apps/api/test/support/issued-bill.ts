import { billIssued, billNumber, composeBill, type Period } from '@tirtapay/domain';
import type { TestCustomer } from './factory';
import type { TestDatabase } from './test-database';

export interface IssuedBill {
  readonly id: number;
  readonly bill_number: string;
  readonly period: string;
  readonly principal: number;
}

interface Wishes {
  readonly customer: TestCustomer;
  readonly period: Period;
  readonly usage: number;
  readonly reading: { readonly id: number; readonly previous_stand: number; readonly current_stand: number };
  readonly dueDate: string;
}

/** One bill as issuing leaves it: priced by the domain, with lines, journal and number. */
export function insertIssuedBill(database: TestDatabase, wishes: Wishes): Promise<IssuedBill> {
  const { customer, period, usage, reading, dueDate } = wishes;
  const bill = composeBill({
    usage,
    version: customer.tariff.version,
    meterSizeMm: customer.meter.size_mm,
    period,
  });
  const number = billNumber(customer.customer_number, period);
  const issuedAt = new Date(`${period}-28T10:00:00+08:00`);
  return database.transaction(async (client) => {
    const inserted = await client.query<{ id: number }>(
      `INSERT INTO tagihan (bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand,
         current_stand, usage_m3, water_amount, fixed_amount, principal, state, due_date, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'ISSUED', $13, $14) RETURNING id::int`,
      [
        number,
        customer.id,
        period,
        reading.id,
        customer.tariff.versionId,
        customer.meter.size_mm,
        reading.previous_stand,
        reading.current_stand,
        usage,
        bill.waterAmount,
        bill.fixedAmount,
        bill.total,
        dueDate,
        issuedAt,
      ],
    );
    const id = inserted.rows[0]?.id ?? 0;
    await client.query(
      `INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::bigint[], $10::text[])`,
      [
        id,
        bill.lines.map((_, index) => index + 1),
        bill.lines.map((line) => line.kind),
        bill.lines.map((line) => line.code),
        bill.lines.map((line) => line.label),
        bill.lines.map((line) => line.quantity),
        bill.lines.map((line) => line.unit),
        bill.lines.map((line) => line.rate),
        bill.lines.map((line) => line.amount),
        bill.lines.map((line) => line.formula),
      ],
    );
    const lines = billIssued({
      customerId: customer.id,
      billId: id,
      waterAmount: bill.waterAmount,
      fixedAmount: bill.fixedAmount,
    });
    const journal = await client.query<{ id: number }>(
      `INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('bill.issued', 'tagihan', $1, $2) RETURNING id::int`,
      [id, `${period}-28`],
    );
    await client.query(
      `INSERT INTO jurnal_baris (journal_id, account, debit, credit, customer_id, bill_id)
       SELECT $1, account, debit, credit, $2, $3 FROM unnest($4::text[], $5::bigint[], $6::bigint[]) AS line (account, debit, credit)`,
      [
        journal.rows[0]?.id,
        customer.id,
        id,
        lines.map((line) => line.account),
        lines.map((line) => line.debit),
        lines.map((line) => line.credit),
      ],
    );
    return { id, bill_number: number, period, principal: bill.total };
  });
}
