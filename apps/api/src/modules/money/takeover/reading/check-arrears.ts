import { keyForm, normalizeCustomerNumber, type ArrearsRow } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { Once, type Findings } from './findings';
import type { LineRow } from './read-rows';

export interface OwedBy extends ArrearsRow {
  readonly customerId: number;
}

/** By the present number, or by the one of the system before; whoever has it as his present one comes first. */
const FIND = `
  SELECT w.n::int AS n, coalesce(p.id, a.customer_id) AS customer_id
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS w (number, legacy, n)
  LEFT JOIN pelanggan p ON p.customer_number = w.number
  LEFT JOIN pelanggan_alias a ON key_form(a.alias) = w.legacy`;

const BILLED = `
  SELECT o.n::int AS n FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS o (customer_id, period, n)
  WHERE EXISTS (SELECT FROM tagihan b WHERE b.customer_id = o.customer_id AND b.period = o.period
      AND b.kind IN ('WATER', 'OPENING') AND b.state <> 'CANCELLED')
    OR EXISTS (SELECT FROM pengambilalihan_tunggakan t JOIN pengambilalihan b ON b.id = t.batch_id
      WHERE t.customer_id = o.customer_id AND t.period = o.period AND b.state IN ('WAITING', 'RUNNING'))`;

/** A reading that waits for its decision has no bill yet. */
const READ = `
  SELECT o.n::int AS n FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS o (customer_id, period, n)
  WHERE EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = o.customer_id AND r.period = o.period AND r.status <> 'CORRECTED')`;

/** Finds whose debts the rows are, and refuses what is billed already, or will be. */
export class CheckArrears {
  private readonly once;

  constructor(private readonly findings: Findings) {
    this.once = new Once('period', findings);
  }

  async take(tx: Tx, rows: readonly LineRow<ArrearsRow>[]): Promise<LineRow<OwedBy>[]> {
    const found = await tx.query<{ n: number; customer_id: number | null }>(FIND, [
      rows.map(({ row }) => {
        const number = normalizeCustomerNumber(row.number);
        return number.ok ? number.value : null;
      }),
      rows.map(({ row }) => keyForm(row.number)),
    ]);
    const customerOf = new Map(found.map(({ n, customer_id: id }) => [n - 1, id]));
    const owed = rows.flatMap(({ line, row }, index): LineRow<OwedBy>[] => {
      const customerId = customerOf.get(index) ?? null;
      if (customerId !== null) return [{ line, row: { ...row, customerId } }];
      this.findings.add(line, {
        field: 'number',
        code: 'CUSTOMER_UNKNOWN',
        found: row.number,
        suggestion: null,
        refuses: true,
      });
      return [];
    });
    const months = [owed.map(({ row }) => row.customerId), owed.map(({ row }) => row.period)];
    const placesOf = async (sql: string) =>
      new Set((await tx.query<{ n: number }>(sql, months)).map(({ n }) => n - 1));
    const billedAt = await placesOf(BILLED);
    const readAt = await placesOf(READ);
    for (const [index, { line, row }] of owed.entries()) {
      this.once.see(`${String(row.customerId)}/${row.period}`, line, `${row.number} ${row.period}`);
      if (billedAt.has(index) || readAt.has(index))
        this.findings.add(line, {
          field: 'period',
          code: billedAt.has(index) ? 'BILL_EXISTS' : 'MONTH_READ',
          found: row.period,
          suggestion: null,
          refuses: true,
        });
    }
    return owed;
  }
}
