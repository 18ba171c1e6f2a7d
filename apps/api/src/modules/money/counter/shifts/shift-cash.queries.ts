import { rupiah, type ShiftCash } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { shiftCashOf } from '../laws/shift-cash';

export interface CashRow {
  readonly collected: number;
  readonly reversed: number;
  readonly sold: number;
  readonly handed_back: number;
  readonly floats: number;
  readonly deposits: number;
}

/** Read under the lock of the shift, in a statement of its own: what was committed before is in it. */
export async function cashOfShift(tx: Tx, id: number, opening: number): Promise<ShiftCash> {
  const cash = await tx.one<CashRow & Record<string, unknown>>(`SELECT * FROM ${shiftCashOf('$1')} cash`, [
    id,
  ]);
  return shiftCash(cash, opening);
}

export function shiftCash(cash: CashRow, opening: number): ShiftCash {
  return {
    opening: rupiah(opening),
    collected: rupiah(cash.collected),
    reversed: rupiah(cash.reversed),
    sold: rupiah(cash.sold),
    handedBack: rupiah(cash.handed_back),
    floats: rupiah(cash.floats),
    deposits: rupiah(cash.deposits),
  };
}

/** What the books have in a drawer; under the lock of whoever moves it. */
export async function drawerBalance(tx: Tx, drawerId: number): Promise<number> {
  const { balance } = await tx.one<{ balance: number }>(
    "SELECT coalesce(sum(debit - credit), 0)::bigint AS balance FROM jurnal_baris WHERE account = '1140' AND collector_id = $1",
    [drawerId],
  );
  return balance;
}
