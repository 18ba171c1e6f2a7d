import { CASE_DAYS } from '@tirtapay/domain';
import type { Law } from '../../../platform/invariants';

/** The instant the laws of age are judged by: the application's clock where it differs from the database's (tests). */
const NOW = "coalesce(nullif(current_setting('tirtapay.now', true), '')::timestamptz, now())";

/** A person has it, or has closed it so lately that it is not told again yet: looked at every quarter of an hour. `c` is the case. */
const stillSeen = (kind: 'CALL_UNSETTLED' | 'INTENT_UNSETTLED'): string =>
  `(c.status = 'OPEN' OR (c.resolved_by IS NOT NULL AND c.resolved_at > ${NOW} - interval '${String(CASE_DAYS[kind])} days 1 hour'))`;

export const CHECKOUT_LAWS: readonly Law[] = [
  {
    id: 'I23',
    title: 'every notification is applied or in the dead letters within 15 minutes, parked ones within 30',
    sql: `SELECT id, event_id, state, received_at FROM webhook_inbox w
          WHERE (state = 'NEW' AND received_at < ${NOW} - interval '15 minutes')
             OR (state = 'PARKED' AND received_at < ${NOW} - interval '30 minutes')
             OR (state = 'DEAD' AND NOT EXISTS (SELECT FROM kasus c WHERE c.source_key = 'webhook_inbox:' || w.id
               AND (c.status = 'OPEN' OR c.resolved_by IS NOT NULL)))`,
  },
  {
    id: 'I24',
    title:
      'a paid VA or QRIS has exactly its payment; money on a closed one is credit or suspense with a case',
    sql: `SELECT 'paid checkout' AS what, i.id, p.id AS payment_id
          FROM niat_bayar i LEFT JOIN pembayaran p ON p.id = i.payment_id
          WHERE i.status = 'PAID'
            AND (p.kind IS DISTINCT FROM 'PAYMENT' OR p.customer_id <> i.customer_id OR p.collector_id <> i.bank_id
              OR p.amount <> i.bill_amount + i.stamp_duty
              OR (SELECT array_agg(a.bill_id ORDER BY a.bill_id) FROM pembayaran_alokasi a
                  WHERE a.payment_id = p.id AND a.kind = 'BILL') IS DISTINCT FROM i.bill_ids)
          UNION ALL
          SELECT 'notification posted on a checkout it did not pay', w.id, w.payment_id
          FROM webhook_inbox w JOIN niat_bayar i ON i.id = w.intent_id
          WHERE w.outcome = 'POSTED' AND (i.status <> 'PAID' OR i.payment_id IS DISTINCT FROM w.payment_id)
          UNION ALL
          SELECT 'held money without a case, or not in the credit of its customer', a.id, a.payment_id
          FROM pembayaran_alokasi a JOIN pembayaran p ON p.id = a.payment_id
          WHERE a.kind IN ('CREDIT', 'SUSPENSE')
            AND (NOT EXISTS (SELECT FROM kasus c WHERE c.payment_id = p.id)
              OR (a.kind = 'CREDIT' AND NOT EXISTS (SELECT FROM saldo_pelanggan s
                    WHERE s.payment_id = p.id AND s.customer_id = p.customer_id AND s.amount = a.amount))
              OR (a.kind = 'SUSPENSE' AND p.customer_id IS NOT NULL))
          UNION ALL
          SELECT 'credit of a customer differs from the books', coalesce(s.customer_id, l.customer_id), NULL
          FROM (SELECT customer_id, sum(amount) AS balance FROM saldo_pelanggan GROUP BY customer_id) s
          FULL JOIN (SELECT customer_id, sum(credit - debit) AS balance FROM jurnal_baris WHERE account = '2110' GROUP BY customer_id) l
            ON l.customer_id = s.customer_id
          WHERE coalesce(s.balance, 0) <> coalesce(l.balance, 0) OR s.balance < 0
          UNION ALL
          SELECT 'more was taken out of a case than it held', case_id, NULL FROM saldo_pelanggan WHERE case_id IS NOT NULL
          GROUP BY case_id HAVING sum(amount) < 0`,
  },
  {
    id: 'I25',
    title: 'no call to a bank and no checkout is unsettled for more than an hour without a case',
    sql: `SELECT 'call' AS what, o.id, o.state, o.started_at AS since FROM outbound_call o
          WHERE o.state IN ('PENDING', 'UNKNOWN') AND o.started_at < ${NOW} - interval '1 hour'
            AND NOT EXISTS (SELECT FROM kasus c WHERE c.source_key = 'outbound_call:' || o.id AND ${stillSeen('CALL_UNSETTLED')})
          UNION ALL
          SELECT 'checkout', i.id, i.status, coalesce(i.closed_at, i.expires_at) FROM niat_bayar i
          WHERE (i.status = 'PENDING' OR i.next_check_at IS NOT NULL)
            AND coalesce(i.closed_at, i.expires_at) < ${NOW} - interval '1 hour'
            AND NOT EXISTS (SELECT FROM kasus c WHERE c.source_key = 'niat_bayar:' || i.id AND ${stillSeen('INTENT_UNSETTLED')})`,
  },
  // Here, because payments know nothing of banks and banks nothing of payments.
  {
    id: 'I37',
    title: 'a bank is a collector of its kind, and every channel belongs to the kind of its collector',
    sql: `SELECT 'bank' AS what, coalesce(c.id, b.id) AS id FROM (SELECT * FROM penerima WHERE kind = 'BANK') c
          FULL JOIN bank_integration b ON b.id = c.id WHERE (c.series, c.name) IS DISTINCT FROM (b.code, b.name)
          UNION ALL
          SELECT 'payment', p.id FROM pembayaran p JOIN penerima c ON c.id = p.collector_id
          WHERE CASE c.kind WHEN 'COUNTER' THEN p.channel <> 'CASH' WHEN 'PARTNER' THEN p.channel <> 'API'
                  WHEN 'CREDIT' THEN p.channel <> 'CREDIT' ELSE p.channel IN ('CASH', 'API', 'CREDIT') END
             -- credit applied before there were collectors keeps its bank
             OR (c.kind = 'CREDIT' AND p.kind <> 'CREDIT_APPLIED')`,
  },
];
