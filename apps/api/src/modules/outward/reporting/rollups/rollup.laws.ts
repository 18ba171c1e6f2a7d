import type { Law } from '../../../../platform/invariants';
import { OWED_PENALTY } from '../../../water/penalty';

/** What the views say, sums and tail together, is what every row says when it is asked. */
export const ROLLUP_LAWS: readonly Law[] = [
  {
    id: 'I90',
    title: 'receipts per day, collector and channel are the payments that stand',
    sql: `SELECT business_date, collector_id, channel, kept.payments AS payments_kept, kept.amount AS amount_kept, again.payments, again.amount
          FROM penerimaan_harian kept
          FULL JOIN (SELECT p.business_date, p.collector_id, p.channel, count(*) AS payments, sum(p.amount)::bigint AS amount
            FROM pembayaran p WHERE p.kind = 'PAYMENT' AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
            GROUP BY 1, 2, 3) again USING (business_date, collector_id, channel)
          WHERE (kept.payments, kept.amount) IS DISTINCT FROM (again.payments, again.amount)`,
  },
  {
    id: 'I91',
    title: 'bills per period, region, category and due day are the bills as they stand',
    sql: `SELECT period, region_id, tariff_id, due_date, kept.sums AS kept, again.sums AS again
          FROM (SELECT period, region_id, tariff_id, due_date, ARRAY[sum(issued), sum(issued_amount), sum(usage_m3), sum(paid), sum(paid_amount),
              sum(penalties), sum(penalty_amount), sum(penalty_paid), sum(waived_open), sum(waived_paid)] AS sums
            FROM rekening_periode GROUP BY 1, 2, 3, 4) kept
          FULL JOIN (SELECT b.period, coalesce(l.region_id, c.region_id) AS region_id, coalesce(b.tariff_id, v.tariff_id, 0) AS tariff_id, b.due_date,
              ARRAY[count(*), sum(b.principal), sum(b.usage_m3), count(*) FILTER (WHERE b.state = 'PAID'),
                coalesce(sum(b.principal) FILTER (WHERE b.state = 'PAID'), 0), count(d.bill_id), coalesce(sum(d.amount), 0),
                coalesce(sum(d.amount) FILTER (WHERE b.state = 'PAID'), 0), coalesce(sum(d.amount - ${OWED_PENALTY}) FILTER (WHERE b.state = 'ISSUED'), 0),
                coalesce(sum(d.waived) FILTER (WHERE b.state = 'PAID'), 0)] AS sums
            FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
              LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
              LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
              LEFT JOIN denda d ON d.bill_id = b.id
            WHERE b.state IN ('ISSUED', 'PAID') GROUP BY 1, 2, 3, 4) again USING (period, region_id, tariff_id, due_date)
          WHERE coalesce(kept.sums, array_fill(0, ARRAY[10])) <> coalesce(again.sums, array_fill(0, ARRAY[10]))`,
  },
  {
    id: 'I73',
    title: 'the ledger per day, account and collector is its lines',
    sql: `SELECT business_date, account, collector_id, kept.debit AS debit_kept, kept.credit AS credit_kept, again.debit, again.credit
          FROM (SELECT business_date, account, collector_id, sum(debit) AS debit, sum(credit) AS credit FROM buku_besar_harian GROUP BY 1, 2, 3) kept
          FULL JOIN (SELECT j.business_date, l.account, coalesce(l.collector_id, 0) AS collector_id, sum(l.debit) AS debit, sum(l.credit) AS credit
            FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id GROUP BY 1, 2, 3) again USING (business_date, account, collector_id)
          WHERE (coalesce(kept.debit, 0), coalesce(kept.credit, 0)) <> (coalesce(again.debit, 0), coalesce(again.credit, 0))`,
  },
  {
    id: 'I97',
    title: 'water billed per period, region and category is the bills that were issued and not cancelled',
    sql: `SELECT period, region_id, tariff_id, kept.sums AS kept, again.sums AS again
          FROM (SELECT period, region_id, tariff_id,
              ARRAY[sum(bills), sum(usage_m3), sum(water_amount), sum(amount), sum(replaced), sum(replaced_amount)] AS sums
            FROM pemakaian_air GROUP BY 1, 2, 3) kept
          FULL JOIN (SELECT b.period, coalesce(l.region_id, c.region_id) AS region_id, v.tariff_id, ARRAY[count(*), sum(b.usage_m3), sum(b.water_amount), sum(b.principal),
              count(*) FILTER (WHERE b.state = 'REPLACED_BY'), coalesce(sum(b.principal) FILTER (WHERE b.state = 'REPLACED_BY'), 0)] AS sums
            FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
              LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period JOIN tarif_versi v ON v.id = b.tariff_version_id
            WHERE b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY') GROUP BY 1, 2, 3) again
            USING (period, region_id, tariff_id)
          WHERE coalesce(kept.sums, array_fill(0, ARRAY[6])) <> coalesce(again.sums, array_fill(0, ARRAY[6]))`,
  },
  {
    id: 'I98',
    title:
      'bills of water paid per period, region, due day and day of payment are the paid bills and their payments',
    sql: `SELECT period, region_id, due_date, paid_on, kept.bills AS bills_kept, kept.amount AS amount_kept, again.bills, again.amount
          FROM (SELECT period, region_id, due_date, paid_on, sum(bills) AS bills, sum(amount) AS amount FROM pelunasan_air
            GROUP BY 1, 2, 3, 4) kept
          FULL JOIN (SELECT b.period, coalesce(l.region_id, c.region_id) AS region_id, b.due_date, p.business_date AS paid_on, count(*) AS bills, sum(b.principal) AS amount
            FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
              LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period JOIN pembayaran p ON p.id = b.paid_by
            WHERE b.kind = 'WATER' AND b.state = 'PAID' GROUP BY 1, 2, 3, 4) again USING (period, region_id, due_date, paid_on)
          WHERE (coalesce(kept.bills, 0), coalesce(kept.amount, 0)) <> (coalesce(again.bills, 0), coalesce(again.amount, 0))`,
  },
  {
    id: 'I124',
    title: 'arrears of each customer, with the news after them, are their late bills as they stand',
    sql: `SELECT customer_id, kept.sums AS kept, again.sums AS again, kept.oldest AS oldest_kept, again.oldest
          FROM (SELECT CASE WHEN arrears_day = '-infinity' THEN current_date ELSE coalesce(arrears_next, arrears_day) END AS today FROM rekap_batas) d
          CROSS JOIN LATERAL (SELECT k.customer_id, k.oldest, ARRAY[k.region_id, k.sheets, k.principal, k.penalty] AS sums FROM tunggakan_kini(d.today) k) kept
          FULL JOIN (SELECT b.customer_id, min(b.period) AS oldest,
              ARRAY[c.region_id, count(*), sum(b.principal)::bigint, coalesce(sum(${OWED_PENALTY}), 0)::bigint] AS sums
            FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id LEFT JOIN denda d ON d.bill_id = b.id
            WHERE b.state = 'ISSUED' AND b.due_date < (SELECT CASE WHEN arrears_day = '-infinity' THEN current_date
              ELSE coalesce(arrears_next, arrears_day) END FROM rekap_batas)
            GROUP BY b.customer_id, c.region_id) again USING (customer_id)
          WHERE (kept.oldest, kept.sums) IS DISTINCT FROM (again.oldest, again.sums)`,
  },
  {
    id: 'I125',
    title:
      'customers of each state and readings of each month are as many as are kept, with the news after them',
    sql: `SELECT what, key, kept.n AS kept, again.n AS again
          FROM (SELECT what, key, sum(n) AS n FROM (SELECT what, key, n FROM rekap_jumlah UNION ALL SELECT what, key, n FROM rekap_jumlah_baru) k
            GROUP BY 1, 2 HAVING sum(n) <> 0) kept
          FULL JOIN (SELECT 'CUSTOMERS' AS what, state AS key, count(*) AS n FROM pelanggan GROUP BY 2
            UNION ALL SELECT 'READINGS', period, count(*) FROM meter_reading WHERE status <> 'CORRECTED' GROUP BY 2) again USING (what, key)
          WHERE kept.n IS DISTINCT FROM again.n`,
  },
  {
    id: 'I123',
    title: 'the numbers of customers late with so many bills are those whose arrears are kept',
    sql: `SELECT region_id, sheets, kept.customers AS customers_kept, kept.principal AS principal_kept, kept.penalty AS penalty_kept,
            again.customers, again.principal, again.penalty
          FROM (SELECT * FROM rekap_tunggakan_lembar WHERE (customers, principal, penalty) <> (0, 0, 0)) kept
          FULL JOIN (SELECT k.region_id, k.sheets, count(*) AS customers, sum(k.principal) AS principal, sum(k.penalty) AS penalty
            FROM rekap_tunggakan k GROUP BY 1, 2) again USING (region_id, sheets)
          WHERE (kept.customers, kept.principal, kept.penalty) IS DISTINCT FROM (again.customers, again.principal, again.penalty)`,
  },
];
