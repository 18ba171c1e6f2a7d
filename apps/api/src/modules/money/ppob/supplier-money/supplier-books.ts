import type { BookedBalance, BusinessDate } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import type { SupplierMovement } from '../entities/supplier-movement.entity';

type MovementToBook = RowOf<SupplierMovement, 'supplierId' | 'account' | 'kind' | 'amount' | 'journalId'> &
  Partial<RowOf<SupplierMovement, 'saleId' | 'bankReference' | 'approvalId' | 'reversesId'>> & {
    readonly business_date: BusinessDate;
    readonly at: Date;
  };

/** The movement of a journal that was just posted; its amount is the line of the books, debit less credit. */
export async function bookSupplierMovement(tx: Tx, movement: MovementToBook): Promise<void> {
  await tx.query(
    `INSERT INTO mutasi_pemasok (supplier_id, account, kind, amount, journal_id, sale_id, bank_reference, approval_id, reverses_id,
       business_date, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      movement.supplier_id,
      movement.account,
      movement.kind,
      movement.amount,
      movement.journal_id,
      movement.sale_id ?? null,
      movement.bank_reference ?? null,
      movement.approval_id ?? null,
      movement.reverses_id ?? null,
      movement.business_date,
      movement.at,
    ],
  );
}

/** What a supplier holds of ours and what we owe it. `y` is the supplier. */
export const SUPPLIER_BALANCES = `(SELECT coalesce(sum(m.amount) FILTER (WHERE m.account = '1150'), 0)::bigint AS balance,
    coalesce(-sum(m.amount) FILTER (WHERE m.account = '2160'), 0)::bigint AS owed
  FROM mutasi_pemasok m WHERE m.supplier_id = y.id)`;

/** Our books of its deposit now, with what it may have taken for orders it has not answered. */
export async function bookedBalance(tx: Pick<Tx, 'query'>, supplierId: number): Promise<BookedBalance> {
  const [row] = await tx.query<{ booked: number; in_flight: number }>(
    `SELECT b.balance AS booked, (SELECT coalesce(sum(coalesce(p.cost, t.principal)), 0)::bigint FROM transactions t
         LEFT JOIN ppob_produk p ON p.id = t.product_id
       WHERE t.supplier_id = y.id AND t.status IN ('SENT', 'UNKNOWN')) AS in_flight
     FROM penyedia y CROSS JOIN LATERAL ${SUPPLIER_BALANCES} b WHERE y.id = $1`,
    [supplierId],
  );
  return { booked: row?.booked ?? 0, inFlight: row?.in_flight ?? 0 };
}
