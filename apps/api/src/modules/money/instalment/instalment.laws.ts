import type { Law } from '../../../platform/invariants';
import { forgivenOf, PROMISED_UNTIL } from '../../water/penalty';

export const INSTALMENT_LAWS: readonly Law[] = [
  {
    id: 'I70',
    title: 'the instalments of a plan sum to the principal and the penalty of what they replace, booked once',
    sql: `SELECT p.id AS plan_id, p.principal, p.penalty, s.principal AS of_sources, s.penalty AS of_penalties, i.amount AS of_instalments,
            i.bills, j.journals, s.wrong AS differs_from_its_bill
          FROM rencana_angsuran p
          LEFT JOIN (SELECT s.plan_id, sum(s.principal) AS principal, sum(s.penalty) AS penalty,
                bool_or(s.principal <> b.principal
                  OR (o.ended_as IS DISTINCT FROM 'WITHDRAWN'
                    AND s.penalty <> coalesce(d.amount - d.waived, 0) - CASE WHEN o.ended_as = 'BROKEN' THEN s.revoked ELSE 0 END)) AS wrong
              FROM angsuran_sumber s JOIN rencana_angsuran o ON o.id = s.plan_id JOIN tagihan b ON b.id = s.bill_id
              LEFT JOIN denda d ON d.bill_id = b.id GROUP BY s.plan_id) s ON s.plan_id = p.id
          LEFT JOIN (SELECT i.plan_id, count(*) AS bills, max(i.seq) AS last, sum(b.principal) AS amount
              FROM angsuran i JOIN tagihan b ON b.id = i.bill_id GROUP BY i.plan_id) i ON i.plan_id = p.id
          LEFT JOIN (SELECT entity_id, count(*) AS journals FROM jurnal
              WHERE entity_type = 'rencana_angsuran' AND event = 'bill.replaced' GROUP BY entity_id) j ON j.entity_id = p.id
          WHERE (s.principal, s.penalty) IS DISTINCT FROM (p.principal::numeric, p.penalty::numeric) OR coalesce(s.wrong, true)
             OR i.amount IS DISTINCT FROM p.principal + p.penalty OR i.bills <> p.instalments OR i.last <> p.instalments
             OR j.journals IS DISTINCT FROM 1`,
  },
  {
    id: 'I109',
    title:
      'what of each instalment bears no penalty is its share of what the bills its plan replaced bear none of, as they stand',
    sql: `SELECT i.plan_id, i.bill_id, i.penalty_free, sources.free, i.upto, p.principal + p.penalty AS total
          FROM rencana_angsuran p
          CROSS JOIN LATERAL (SELECT sum(s.penalty + b.penalty_free) AS free
            FROM angsuran_sumber s JOIN tagihan b ON b.id = s.bill_id WHERE s.plan_id = p.id) sources
          JOIN (SELECT i.plan_id, i.bill_id, b.principal, b.penalty_free, sum(b.principal) OVER (PARTITION BY i.plan_id ORDER BY i.seq) AS upto
            FROM angsuran i JOIN tagihan b ON b.id = i.bill_id) i ON i.plan_id = p.id
          WHERE p.ended_as IS DISTINCT FROM 'WITHDRAWN'
            AND i.penalty_free IS DISTINCT FROM div(sources.free * i.upto, p.principal + p.penalty)
              - div(sources.free * (i.upto - i.principal), p.principal + p.penalty)`,
  },
  {
    id: 'I71',
    title:
      'a plan that goes on has open or paid instalments; the rest of a broken one is what nobody paid and its end took back of what was forgiven, with its oldest day; a withdrawn one has none',
    sql: `SELECT p.id AS plan_id, p.ended_as, sources.left_out, i.cancelled, i.kept, i.amount, rest.principal AS rest, rest.due_date
          FROM rencana_angsuran p
          JOIN LATERAL (SELECT count(*) FILTER (WHERE b.state = 'CANCELLED') AS cancelled,
                count(*) FILTER (WHERE b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')) AS kept, count(*) AS bills,
                coalesce(sum(b.principal) FILTER (WHERE b.state = 'CANCELLED'), 0) AS amount,
                coalesce(sum(b.penalty_free) FILTER (WHERE b.state = 'CANCELLED'), 0) AS free,
                min(b.due_date) FILTER (WHERE b.state = 'CANCELLED') AS due_date
              FROM angsuran i JOIN tagihan b ON b.id = i.bill_id WHERE i.plan_id = p.id) i ON true
          JOIN LATERAL (SELECT count(*) FILTER (WHERE b.state <> 'REPLACED_BY') AS left_out, sum(s.revoked) AS revoked
              FROM angsuran_sumber s JOIN tagihan b ON b.id = s.bill_id WHERE s.plan_id = p.id) sources ON true
          LEFT JOIN tagihan rest ON rest.id = p.rest_bill_id
          WHERE i.cancelled + i.kept <> i.bills
             OR CASE
                  WHEN p.ended_as IS NULL THEN i.cancelled > 0 OR sources.left_out > 0
                  WHEN p.ended_as = 'WITHDRAWN' THEN i.kept > 0
                  ELSE sources.left_out > 0 OR i.cancelled = 0 OR (rest.kind, rest.principal, rest.penalty_free, rest.due_date)
                    IS DISTINCT FROM ('INSTALMENT', i.amount + sources.revoked, i.free + sources.revoked, i.due_date)
                END`,
  },
  {
    id: 'I94',
    title:
      'every instalment is of one plan, every bill that was replaced of one that was not withdrawn, all of one customer',
    sql: `SELECT b.id AS bill_id, b.bill_number, b.kind, b.state, count(m.plan_id) AS plans
          FROM tagihan b
          LEFT JOIN (SELECT i.bill_id, i.plan_id, p.customer_id, 'INSTALMENT' AS role FROM angsuran i JOIN rencana_angsuran p ON p.id = i.plan_id
              UNION ALL SELECT p.rest_bill_id, p.id, p.customer_id, 'INSTALMENT' FROM rencana_angsuran p WHERE p.rest_bill_id IS NOT NULL
              UNION ALL SELECT s.bill_id, s.plan_id, p.customer_id, 'SOURCE' FROM angsuran_sumber s JOIN rencana_angsuran p ON p.id = s.plan_id
                WHERE p.ended_as IS DISTINCT FROM 'WITHDRAWN') m ON m.bill_id = b.id
          WHERE b.kind = 'INSTALMENT' OR b.state = 'REPLACED_BY' OR m.plan_id IS NOT NULL
          GROUP BY b.id
          HAVING count(m.plan_id) FILTER (WHERE m.role = 'INSTALMENT') <> (b.kind = 'INSTALMENT')::int
              OR count(m.plan_id) FILTER (WHERE m.role = 'SOURCE') <> (b.state = 'REPLACED_BY')::int
              OR bool_or(m.customer_id <> b.customer_id)`,
  },
  {
    id: 'I95',
    title:
      'a plan forgives of each penalty what the programme of its day promised the bill, and nothing else',
    sql: `SELECT s.plan_id, s.bill_id, s.penalty, s.waived, found.excess, promised.amount AS promised
          FROM angsuran_sumber s
          JOIN jurnal e ON e.entity_type = 'rencana_angsuran' AND e.entity_id = s.plan_id AND e.event = 'bill.replaced'
          CROSS JOIN LATERAL (SELECT coalesce(sum(k.excess_waived), 0) AS excess,
              (s.penalty + s.waived + coalesce(sum(k.penalty_amount - k.excess_waived), 0))::bigint AS right_penalty
            FROM koreksi_tagihan k WHERE k.bill_id = s.bill_id AND k.journal_id < e.id) found
          LEFT JOIN LATERAL (
            SELECT least(found.right_penalty, j.reserved, w.cap, ${forgivenOf('found.right_penalty')}) AS amount
            FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id
            WHERE j.bill_id = s.bill_id AND e.business_date BETWEEN w.valid_from AND ${PROMISED_UNTIL}) promised ON true
          WHERE s.waived > 0 AND s.waived <> found.excess + coalesce(promised.amount, 0)`,
  },
  {
    id: 'I105',
    title:
      'what a broken plan took back of what was forgiven for it is all of it, less what a correction found to be no penalty; one that goes on took back nothing',
    sql: `SELECT s.plan_id, s.bill_id, p.ended_as, s.waived, s.revoked, d.excess_waived
          FROM angsuran_sumber s JOIN rencana_angsuran p ON p.id = s.plan_id LEFT JOIN denda d ON d.bill_id = s.bill_id
          WHERE s.revoked IS DISTINCT FROM CASE
            WHEN p.ended_as = 'BROKEN' THEN s.waived - least(s.waived, coalesce(d.excess_waived, 0))
            WHEN p.ended_as = 'WITHDRAWN' THEN s.waived END`,
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
          LEFT JOIN LATERAL (SELECT coalesce((SELECT min(e.business_date) FROM jurnal e WHERE e.entity_type = 'pembayaran' AND e.entity_id = b.paid_by),
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
