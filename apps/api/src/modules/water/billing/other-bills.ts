import { otherBillNumber, type BillKind, type Period } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

/**
 * A draft of Rp0 that is no water, with the next number of its year; the customer is locked, so nobody draws the same one.
 * @throws Problem bill.numbers_used_up
 */
export async function openOtherBill(
  tx: Tx,
  bill: {
    readonly customerId: number;
    readonly customerNumber: string;
    readonly kind: Extract<BillKind, 'NONWATER' | 'INSTALMENT'>;
    readonly date: string;
    /** The month it belongs to; that of `date` unless said. */
    readonly period?: Period;
    /** Of an instalment, whose category nothing else says. */
    readonly tariffId?: number;
  },
): Promise<number> {
  const month = bill.date.slice(0, 7) as Period;
  const [row] = await tx.query<{ last: number | null }>(
    `SELECT max(substr(bill_number, 17)::int) AS last FROM tagihan
     WHERE customer_id = $1 AND kind IN ('NONWATER', 'INSTALMENT') AND substr(bill_number, 13, 4) = $2`,
    [bill.customerId, month.slice(0, 4)],
  );
  const number = otherBillNumber(bill.customerNumber, month, row?.last ?? null);
  if (number === null) throw new Problem('bill.numbers_used_up');
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO tagihan (bill_number, customer_id, kind, period, meter_size_mm, previous_stand, current_stand, usage_m3,
       water_amount, fixed_amount, other_amount, principal, state, due_date, tariff_id)
     VALUES ($1, $2, $3, $4, 15, 0, 0, 0, 0, 0, 0, 0, 'DRAFT', $5, $6) RETURNING id`,
    [number, bill.customerId, bill.kind, bill.period ?? month, bill.date, bill.tariffId ?? null],
  );
  return id;
}
