import type { Law } from '../../../../platform/invariants';
import { forgivenOf, PROMISED_UNTIL } from './waiver-offers';

export const WAIVER_LAWS: readonly Law[] = [
  {
    id: 'I84',
    title:
      'a programme never sets aside more than its budget, and none promises a bill what another does on the same day',
    sql: `SELECT w.id AS programme_id, w.budget, shares.reserved, twin.bill_id
          FROM program_pemutihan w
          LEFT JOIN (SELECT programme_id, sum(reserved) AS reserved FROM pemutihan_jatah GROUP BY 1) shares
            ON shares.programme_id = w.id
          LEFT JOIN LATERAL (
            SELECT j.bill_id FROM pemutihan_jatah j
            JOIN (SELECT j.bill_id, j.programme_id, w.valid_from, w.last_day, ${PROMISED_UNTIL} AS until_day
              FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id) o
              ON o.bill_id = j.bill_id AND o.programme_id > j.programme_id
            WHERE j.programme_id = w.id AND w.last_day >= w.valid_from AND o.last_day >= o.valid_from
              AND o.valid_from <= ${PROMISED_UNTIL} AND w.valid_from <= o.until_day LIMIT 1) twin ON true
          WHERE shares.reserved > w.budget OR twin.bill_id IS NOT NULL OR (shares.reserved > 0 AND w.status <> 'APPROVED')`,
  },
  {
    id: 'I96',
    title: 'what the books say was forgiven of a bill is what its penalty says',
    sql: `SELECT coalesce(d.bill_id, books.bill_id) AS bill_id, d.waived, books.net AS forgiven
          FROM denda d FULL JOIN (SELECT bill_id, sum(debit - credit) AS net FROM jurnal_baris WHERE account = '4190' GROUP BY bill_id) books
            ON books.bill_id = d.bill_id
          WHERE coalesce(d.waived, 0) <> coalesce(books.net, 0)`,
  },
  {
    id: 'I104',
    title:
      'what corrections found to be too much of a penalty is what their rows say; of what stands, a programme forgave what its terms say',
    sql: `SELECT b.id AS bill_id, d.amount, d.waived, d.returned, d.excess_waived, found.returned AS of_rows, found.excess, promised.amount AS promised
          FROM tagihan b
          JOIN (SELECT bill_id, -sum(penalty_amount) AS returned, sum(excess_waived) AS excess FROM koreksi_tagihan GROUP BY bill_id) found
            ON found.bill_id = b.id
          LEFT JOIN denda d ON d.bill_id = b.id
          -- the day something was forgiven, by a payment or by a plan, where that holds still
          LEFT JOIN LATERAL (SELECT coalesce((SELECT p.business_date FROM pembayaran p WHERE p.id = b.paid_by),
              (SELECT e.business_date FROM angsuran_sumber s JOIN rencana_angsuran o ON o.id = s.plan_id
                JOIN jurnal e ON e.entity_type = 'rencana_angsuran' AND e.entity_id = o.id AND e.event = 'bill.replaced'
                WHERE s.bill_id = b.id AND s.waived > 0 AND o.ended_as IS NULL)) AS day) forgiven ON d.waived > 0
          LEFT JOIN LATERAL (
            SELECT least(d.amount - d.returned - d.excess_waived, j.reserved, w.cap,
              ${forgivenOf('(d.amount - d.returned - d.excess_waived)')}) AS amount
            FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id
            WHERE j.bill_id = b.id AND forgiven.day BETWEEN w.valid_from AND ${PROMISED_UNTIL}) promised ON true
          WHERE (found.returned, found.excess) IS DISTINCT FROM (coalesce(d.returned, 0), coalesce(d.excess_waived, 0))
             OR found.returned < 0 OR found.excess < 0
             OR (d.waived > 0 AND d.waived <> d.excess_waived + coalesce(promised.amount, 0))
          UNION ALL
          SELECT d.bill_id, d.amount, d.waived, d.returned, d.excess_waived, 0, 0, 0 FROM denda d
          WHERE (d.returned <> 0 OR d.excess_waived <> 0) AND NOT EXISTS (SELECT FROM koreksi_tagihan k WHERE k.bill_id = d.bill_id)`,
  },
];
