import { PPOB_SERVICE_CODES, PPOB_SERVICES } from '@tirtapay/domain';
import type { Law } from '../../../../platform/invariants';
import { SUPPLIER_LAWS } from './supplier.laws';

/** The journals of a sale and what the account that holds money moved in each. */
const JOURNALS = `(SELECT j.entity_id AS sale_id,
    count(*) FILTER (WHERE j.event = 'sale.held') AS held,
    count(*) FILTER (WHERE j.event = 'sale.delivered') AS delivered,
    count(*) FILTER (WHERE j.event = 'sale.refunded') AS refunded,
    sum(l.taken) FILTER (WHERE j.event = 'sale.held') AS taken,
    sum(l.released) AS released, sum(l.cost) AS cost
  FROM jurnal j
  CROSS JOIN LATERAL (SELECT coalesce(sum(credit) FILTER (WHERE account = '2150'), 0) AS taken,
      coalesce(sum(debit) FILTER (WHERE account = '2150'), 0) AS released,
      coalesce(sum(credit) FILTER (WHERE account IN ('1150', '2160')), 0) AS cost
    FROM jurnal_baris WHERE journal_id = j.id) l
  WHERE j.entity_type = 'transactions' GROUP BY 1)`;

const DETAILS = PPOB_SERVICE_CODES.map(
  (code) => `SELECT transaction_id, '${code}' AS code FROM transaction_details_${code.toLowerCase()}`,
).join(' UNION ALL ');

/** Where the customer names the amount, each amount is an offer of its own (`offerKey` of the domain). */
const BY_NOMINAL = PPOB_SERVICE_CODES.filter((code) =>
  PPOB_SERVICES[code].fields.some(({ kind }) => kind === 'NOMINAL'),
)
  .map((code) => `'${code}'`)
  .join(', ');

const DURING = (one: string, other: string) =>
  `${one}.effective_from < coalesce(${other}.effective_to, 'infinity') AND ${other}.effective_from < coalesce(${one}.effective_to, 'infinity')
   AND ${one}.effective_from IS DISTINCT FROM ${one}.effective_to AND ${other}.effective_from IS DISTINCT FROM ${other}.effective_to`;

export const PPOB_LAWS: readonly Law[] = [
  ...SUPPLIER_LAWS,
  {
    id: 'I50',
    title: 'what is held until delivered is the total of all sales that are not over',
    sql: `SELECT coalesce(books.collector_id, open.collector_id) AS collector_id, books.net AS ledger, open.amount AS sales
          FROM (SELECT collector_id, sum(credit - debit) AS net FROM jurnal_baris WHERE account = '2150' GROUP BY 1) books
          FULL JOIN (SELECT collector_id, sum(principal + admin_fee) AS amount FROM transactions
                     WHERE status IN ('PAID', 'SENT', 'UNKNOWN', 'FAILED') GROUP BY 1) open USING (collector_id)
          WHERE coalesce(books.net, 0) <> coalesce(open.amount, 0)`,
  },
  {
    id: 'I51',
    title:
      'a sale has one outcome and one movement of money: held once, then delivered or given back, never both',
    sql: `SELECT t.id AS sale_id, t.status, j.held, j.delivered, j.refunded, j.taken, j.released
          FROM transactions t LEFT JOIN ${JOURNALS} j ON j.sale_id = t.id
          WHERE CASE WHEN t.payment_id IS NOT NULL THEN j.sale_id IS NOT NULL OR t.status <> 'SUCCESS' ELSE
            (coalesce(j.held, 0), coalesce(j.delivered, 0), coalesce(j.refunded, 0)) IS DISTINCT FROM
              (1::bigint, CASE t.status WHEN 'SUCCESS' THEN 1::bigint ELSE 0 END, CASE t.status WHEN 'REFUNDED' THEN 1::bigint ELSE 0 END)
            OR j.taken <> t.principal + t.admin_fee
            OR j.released <> CASE WHEN t.status IN ('SUCCESS', 'REFUNDED') THEN t.principal + t.admin_fee ELSE 0 END
            OR (t.status = 'SUCCESS' AND j.cost <> t.cost) END
          UNION ALL
          SELECT j.sale_id, 'NONE', j.held, j.delivered, j.refunded, j.taken, j.released FROM ${JOURNALS} j
          WHERE NOT EXISTS (SELECT FROM transactions t WHERE t.id = j.sale_id)`,
  },
  {
    id: 'I52',
    title: 'the deposit of a partner is what the books owe it',
    sql: `SELECT coalesce(d.collector_id, books.collector_id) AS collector_id, d.balance, books.net AS ledger
          FROM deposit_mitra d
          FULL JOIN (SELECT collector_id, sum(credit - debit) AS net FROM jurnal_baris WHERE account = '2140' GROUP BY 1) books
            USING (collector_id)
          WHERE coalesce(d.balance, 0) <> coalesce(books.net, 0)`,
  },
  {
    id: 'I53',
    title: 'a sale has its details in the table of its service, and in no other',
    sql: `SELECT t.id AS sale_id, s.code, array_agg(d.code) AS found FROM transactions t JOIN services s ON s.id = t.service_id
          LEFT JOIN (${DETAILS}) d ON d.transaction_id = t.id
          GROUP BY t.id, s.code HAVING array_agg(d.code) IS DISTINCT FROM ARRAY[s.code]`,
  },
  {
    id: 'I54',
    title:
      'what was delivered has a receipt number and the answer that says so; a water bill of ours is its payment',
    sql: `SELECT t.id AS sale_id, t.status, k.receipt_number, p.amount
          FROM transactions t
          LEFT JOIN pembayaran p ON p.id = t.payment_id
          LEFT JOIN kwitansi k ON k.sale_id = t.id OR k.payment_id = t.payment_id
          WHERE (t.status = 'SUCCESS') IS DISTINCT FROM (k.id IS NOT NULL)
             OR (t.status = 'SUCCESS' AND (t.answer::jsonb ->> 'receipt_number') IS DISTINCT FROM k.receipt_number)
             OR (t.answer IS NOT NULL AND ((t.answer::jsonb ->> 'status') IS DISTINCT FROM t.status
               OR (t.answer::jsonb ->> 'total_amount')::bigint IS DISTINCT FROM t.principal + t.admin_fee))
             OR (t.payment_id IS NOT NULL AND (p.collector_id, p.amount, p.admin_fee)
                 IS DISTINCT FROM (t.collector_id, t.principal, t.admin_fee))`,
  },
  {
    id: 'I55',
    title: 'the steps of a sale end where it stands',
    sql: `SELECT t.id AS sale_id, t.status, last.status AS last_step FROM transactions t
          LEFT JOIN LATERAL (SELECT s.status FROM transaction_states s WHERE s.transaction_id = t.id ORDER BY s.id DESC LIMIT 1) last ON true
          WHERE last.status IS DISTINCT FROM t.status`,
  },
  {
    id: 'I56',
    title:
      'at no instant has an offer two prices or a service two fees, and a service names the fee agreed last',
    sql: `SELECT 'offer' AS what, a.id, b.id AS other FROM ppob_produk a JOIN services s ON s.id = a.service_id
          JOIN ppob_produk b ON b.service_id = a.service_id AND b.variant = a.variant AND b.id > a.id
            AND (s.code NOT IN (${BY_NOMINAL}) OR a.price IS NOT DISTINCT FROM b.price)
          WHERE ${DURING('a', 'b')}
          UNION ALL
          SELECT 'fee', a.id, b.id FROM ppob_biaya a JOIN ppob_biaya b ON b.service_id = a.service_id AND b.id > a.id
          WHERE ${DURING('a', 'b')}
          UNION ALL
          SELECT 'service', s.id, f.id FROM services s
          LEFT JOIN ppob_biaya f ON f.service_id = s.id AND f.effective_to IS NULL
          WHERE f.admin_fee IS DISTINCT FROM s.admin_fee`,
  },
  {
    id: 'I57',
    title: 'a sale has the price and the fee that held when it was made',
    sql: `SELECT t.id AS sale_id, t.principal, p.price, t.admin_fee, f.admin_fee AS fee FROM transactions t
          JOIN ppob_produk p ON p.id = t.product_id
          LEFT JOIN ppob_biaya f ON f.service_id = t.service_id AND f.effective_from <= t.created_at
            AND (f.effective_to IS NULL OR f.effective_to > t.created_at)
          WHERE t.admin_fee IS DISTINCT FROM f.admin_fee OR t.principal <> coalesce(p.price, t.principal)
             OR p.effective_from > t.created_at OR p.effective_to <= t.created_at`,
  },
  {
    id: 'I111',
    title: 'a failed sale at a counter has an open case until its cash is handed back',
    sql: `SELECT t.id AS sale_id, t.principal + t.admin_fee AS amount FROM transactions t JOIN penerima c ON c.id = t.collector_id
          WHERE t.status = 'FAILED' AND c.kind = 'COUNTER' AND NOT EXISTS (SELECT FROM kasus k
            WHERE k.subject_type = 'transactions' AND k.subject_id = t.id AND k.kind = 'SALE_NOT_HANDED_BACK' AND k.status = 'OPEN')`,
  },
  {
    id: 'I112',
    title: 'a sale whose end two people agreed on ended so',
    sql: `SELECT a.id AS approval_id, a.entity_id AS sale_id, a.payload ->> 'outcome' AS agreed, t.status
          FROM persetujuan a LEFT JOIN transactions t ON t.id = a.entity_id
          WHERE a.kind = 'ppob_outcome' AND a.status = 'APPROVED'
            AND (t.id IS NULL OR CASE WHEN t.status = 'REFUNDED' THEN 'FAILED' ELSE t.status END <> a.payload ->> 'outcome')`,
  },
  {
    id: 'I117',
    title: 'no request about a sale tells the token or voucher that its receipt alone may show',
    sql: `SELECT a.id AS approval_id, a.entity_id AS sale_id FROM persetujuan a
          WHERE a.kind = 'ppob_outcome' AND a.payload ->> 'code' !~ '•'`,
  },
];
