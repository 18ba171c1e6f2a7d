/**
 * What moved the cash of a shift, by what it was: signed for the drawer. A sale of PDAM for a customer of ours is a payment
 * and counted there. One text for the screens that show it, the closing that counts against it, and the laws.
 * @param shift the SQL of its id
 */
export function shiftCashOf(shift: string): string {
  return `(SELECT
      coalesce((SELECT sum(amount + admin_fee) FROM pembayaran WHERE shift_id = ${shift} AND kind = 'PAYMENT'), 0)::bigint AS collected,
      coalesce((SELECT sum(amount + admin_fee) FROM pembayaran WHERE shift_id = ${shift} AND kind = 'REVERSAL'), 0)::bigint AS reversed,
      coalesce((SELECT sum(principal + admin_fee) FROM transactions WHERE shift_id = ${shift} AND payment_id IS NULL), 0)::bigint AS sold,
      coalesce((SELECT sum(principal + admin_fee) FROM transactions WHERE handed_back_in = ${shift}), 0)::bigint AS handed_back,
      coalesce((SELECT sum(amount) FROM mutasi_loket WHERE shift_id = ${shift} AND kind = 'FLOAT'), 0)::bigint AS floats,
      coalesce((SELECT -sum(amount) FROM mutasi_loket WHERE shift_id = ${shift} AND kind = 'DEPOSIT'), 0)::bigint AS deposits)`;
}
