import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { Supplier } from '../entities/service.entity';
import { SUPPLIER_BALANCES } from './supplier-books';

export type LockedSupplier = RowOf<Supplier, 'id' | 'name' | 'terms' | 'lowBalance' | 'version'> & {
  readonly balance: number;
  readonly owed: number;
};

/** The supplier and what lies between it and us, for whoever is about to pay it. @throws Problem supplier.not_found */
export async function lockSupplier(tx: Tx, id: number): Promise<LockedSupplier> {
  await tx.query('SELECT FROM penyedia WHERE id = $1 FOR NO KEY UPDATE', [id]);
  return readSupplier(tx, id);
}

/**
 * The same as it stands. Whoever asks for a decision names the supplier by it and locks it behind the request, which may
 * have to wait for a decision that wants the same lock. @throws Problem supplier.not_found
 */
export async function readSupplier(tx: Tx, id: number): Promise<LockedSupplier> {
  const [supplier] = await tx.query<LockedSupplier & object>(
    `SELECT y.id, y.name, y.terms, y.low_balance, y.version, b.balance, b.owed
     FROM penyedia y CROSS JOIN LATERAL ${SUPPLIER_BALANCES} b WHERE y.id = $1`,
    [id],
  );
  if (supplier === undefined) throw new Problem('supplier.not_found');
  return supplier;
}
