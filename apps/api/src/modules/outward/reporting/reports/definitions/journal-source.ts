/*
 * What a line of the ledger was written for, over `jurnal j` and `jurnal_baris l`: the payment, the sale, the reconciled day or
 * the bill, else the customer it is about.
 */
const OF_ENTITY = {
  payment_id: 'pembayaran',
  sale_id: 'transactions',
  day_id: 'rekonsiliasi',
} as const;

export const SOURCE = [
  ...Object.entries(OF_ENTITY).map(
    ([name, table]) => `CASE j.entity_type WHEN '${table}' THEN j.entity_id END AS ${name}`,
  ),
  "coalesce(l.bill_id, CASE j.entity_type WHEN 'tagihan' THEN j.entity_id END) AS bill_id",
  'l.customer_id',
].join(', ');

/** Of a row that is no line. */
export const NO_SOURCE =
  'NULL::bigint AS payment_id, NULL::bigint AS sale_id, NULL::bigint AS day_id, NULL::bigint AS bill_id, NULL::bigint AS customer_id';

export const SOURCES = ['payment_id', 'sale_id', 'day_id', 'bill_id', 'customer_id'] as const;

export const OPENS =
  '/payments/{payment_id} | /ppob/transactions/{sale_id} | /reconciliation/days/{day_id} | /bills/{bill_id} | /customers/{customer_id}';
