import { billIssued, rupiah, type BillKind, type JournalLine } from '@tirtapay/domain';
import type { Client } from 'pg';
import type { TestCustomer } from './factory';
import type { TestDatabase } from './test-database';

interface Wishes {
  readonly customer: TestCustomer;
  readonly kind: Exclude<BillKind, 'WATER'>;
  /** YYYYMM of a month, or YYYY and 21 to 99. */
  readonly suffix: string;
  readonly amount: number;
  readonly dueDate: string;
}

/** A journal with the lines the domain made, as posting leaves it. */
export async function insertJournal(
  client: Pick<Client, 'query'>,
  header: { readonly event: string; readonly entityType: string; readonly entityId: number },
  lines: readonly JournalLine[],
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `WITH j AS (
       INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ($1, $2, $3, '2025-12-01') RETURNING id
     ), l AS (
       INSERT INTO jurnal_baris (journal_id, account, debit, credit, customer_id, bill_id)
       SELECT j.id, l.* FROM j, unnest($4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[]) AS l
     ) SELECT id::int FROM j`,
    [
      header.event,
      header.entityType,
      header.entityId,
      lines.map((line) => line.account),
      lines.map((line) => line.debit),
      lines.map((line) => line.credit),
      lines.map((line) => line.customerId ?? null),
      lines.map((line) => line.billId ?? null),
    ],
  );
  return rows[0]?.id ?? 0;
}

/** Where a balance comes from: a file of its own. */
async function takenOver(
  client: Pick<Client, 'query'>,
  owed: { customerId: number; period: string; amount: number; billId: number },
): Promise<void> {
  await client.query(
    `WITH f AS (
       INSERT INTO pengambilalihan (kind, file_name, sha256, state, detected, columns, restore_zeros, rows_read, rows_refused, findings_total,
         amount, checked_by, checked_at, imported_at)
       VALUES ('ARREARS', 'lama.csv', md5($4::bigint::text) || md5($4::bigint::text), 'IMPORTED', '{}', '{}', false, 1, 0, 0, $3,
         (SELECT min(id) FROM pengguna), '2025-12-01', '2025-12-01') RETURNING id
     ) INSERT INTO pengambilalihan_tunggakan (batch_id, line, customer_id, period, previous_stand, current_stand, principal, penalty, bill_id)
       SELECT f.id, 2, $1, $2, 0, 0, $3, 0, $4::bigint FROM f`,
    [owed.customerId, owed.period, owed.amount, owed.billId],
  );
}

/** An issued bill that is no water, with its line; with its journal, unless a plan books it. */
export function insertOtherBill(
  database: TestDatabase,
  { customer, kind, suffix, amount, dueDate }: Wishes,
): Promise<{ readonly id: number; readonly bill_number: string }> {
  const number = `${customer.customer_number}${suffix}`;
  const period = kind === 'OPENING' ? `${suffix.slice(0, 4)}-${suffix.slice(4)}` : dueDate.slice(0, 7);
  return database.transaction(async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO tagihan (bill_number, customer_id, kind, period, tariff_id, meter_size_mm, previous_stand, current_stand, usage_m3,
         water_amount, fixed_amount, other_amount, principal, state, due_date, issued_at)
       VALUES ($1, $2, $3, $4, $5, 15, 0, 0, 0, 0, 0, $6, $6, 'ISSUED', $7, '2025-12-01') RETURNING id::int`,
      [number, customer.id, kind, period, kind === 'NONWATER' ? null : customer.tariff.id, amount, dueDate],
    );
    const id = rows[0]?.id ?? 0;
    await client.query(
      `INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
       VALUES ($1, 1, $2, $2, $2, 1, 'kali', $3, $3, '')`,
      [id, kind, amount],
    );
    const nothing = { waterAmount: rupiah(0), fixedAmount: rupiah(0) };
    const lines = billIssued({
      ...nothing,
      customerId: customer.id,
      billId: id,
      kind,
      otherAmount: rupiah(amount),
    });
    if (lines.length > 0)
      await insertJournal(client, { event: 'bill.issued', entityType: 'tagihan', entityId: id }, lines);
    if (kind === 'OPENING') await takenOver(client, { customerId: customer.id, period, amount, billId: id });
    return { id, bill_number: number };
  });
}
