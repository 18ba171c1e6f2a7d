import { oneOf, words } from '../columns';

/** How late a bill `b` was when `s` paid it: the key of a choice of `DEBT_AGE`. */
export const DEBT_AGE_OF = `CASE WHEN s.business_date <= b.due_date THEN '0' WHEN s.business_date - b.due_date <= 30 THEN '1–30'
          WHEN s.business_date - b.due_date <= 60 THEN '31–60' WHEN s.business_date - b.due_date <= 90 THEN '61–90' ELSE '> 90' END`;

export const DEBT_AGES = {
  '0': words('Tepat waktu', 'On time'),
  '1–30': words('1–30 hari', '1–30 days'),
  '31–60': words('31–60 hari', '31–60 days'),
  '61–90': words('61–90 hari', '61–90 days'),
  '> 90': words('Lebih dari 90 hari', 'Over 90 days'),
};

export const DEBT_AGE = oneOf('age', 'Umur piutang', 'Age of the debt', DEBT_AGES);

/** Who took the money of `s` at a counter of ours; nobody of what banks and partners took. */
export const CASHIER_OF = `(SELECT o.name FROM pembayaran y JOIN shift_kas h ON h.id = y.shift_id JOIN orang o ON o.id = h.cashier_id
        WHERE y.id = s.payment_id)`;

/**
 * What payments of some days did to bills: each allocation of a payment, and again with the opposite sign on the day it was
 * taken back. Stamp duty and fee belong to a payment, not to a bill: they stand with the first bill of it. A table to be
 * selected from, of `:from` and `:to`.
 */
export const SETTLED_BILLS = `(
  SELECT m.business_date, m.collector_id, m.channel, m.payment_id, m.sign, a.bill_id, m.sign * a.principal AS principal,
    m.sign * (a.penalty - a.waived) AS penalty,
    CASE WHEN a.id = m.first THEN m.sign * m.stamp_duty ELSE 0 END AS stamp_duty,
    CASE WHEN a.id = m.first THEN m.sign * m.admin_fee ELSE 0 END AS admin_fee
  FROM (
    SELECT p.business_date, p.collector_id, p.channel, p.id AS payment_id, 1 AS sign, p.stamp_duty, p.admin_fee,
      (SELECT min(f.id) FROM pembayaran_alokasi f WHERE f.payment_id = p.id AND f.kind = 'BILL') AS first
    FROM pembayaran p WHERE p.kind <> 'REVERSAL' AND p.business_date BETWEEN :from::date AND :to::date
    UNION ALL
    SELECT r.business_date, o.collector_id, o.channel, o.id, -1, o.stamp_duty, o.admin_fee,
      (SELECT min(f.id) FROM pembayaran_alokasi f WHERE f.payment_id = o.id AND f.kind = 'BILL')
    FROM pembayaran r JOIN pembayaran o ON o.id = r.reversal_of
    WHERE r.kind = 'REVERSAL' AND r.business_date BETWEEN :from::date AND :to::date
  ) m JOIN pembayaran_alokasi a ON a.payment_id = m.payment_id AND a.kind = 'BILL'
)`;
