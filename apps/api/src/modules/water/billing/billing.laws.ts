import type { Law } from '../../../platform/invariants';
import { firstIssued } from './bill-facts';
import { OPENING_STANDS } from './correct-opening.service';
import { billsThatRecomputeDifferently } from './recompute-bills';
import { UNBILLED } from './unbilled-readings';

export const BILLING_LAWS: readonly Law[] = [
  {
    id: 'I19',
    title: 'one water bill per customer and period',
    sql: `SELECT customer_id, period, count(*) FROM tagihan WHERE state <> 'CANCELLED' AND kind = 'WATER'
          GROUP BY customer_id, period HAVING count(*) > 1`,
  },
  {
    id: 'I107',
    title:
      'once a customer is billed, each month that was read has its bill of water, or a balance taken over stands for it',
    sql: `SELECT r.id AS reading_id, r.customer_id, r.period, r.usage_m3 ${UNBILLED}`,
  },
  {
    id: 'I20',
    title: 'a bill is the sum of its lines; of water, over the usage of its reading',
    sql: `SELECT b.id AS bill_id, b.bill_number, b.water_amount, b.fixed_amount, b.principal
          FROM tagihan b
          LEFT JOIN meter_reading r ON r.id = b.reading_id
          LEFT JOIN (SELECT bill_id,
                       coalesce(sum(amount) FILTER (WHERE kind IN ('WATER_BLOCK', 'MINIMUM')), 0) AS water,
                       coalesce(sum(amount) FILTER (WHERE kind = 'FIXED'), 0) AS fixed,
                       coalesce(sum(amount) FILTER (WHERE kind NOT IN ('WATER_BLOCK', 'MINIMUM', 'FIXED')), 0) AS other,
                       coalesce(sum(quantity) FILTER (WHERE kind = 'WATER_BLOCK'), 0) AS usage,
                       bool_and(amount = quantity * rate) AS multiplied
                     FROM tagihan_rincian GROUP BY bill_id) lines ON lines.bill_id = b.id
          WHERE lines.bill_id IS NULL OR NOT lines.multiplied
             OR lines.water <> b.water_amount OR lines.fixed <> b.fixed_amount OR lines.other <> b.other_amount
             OR b.principal <> b.water_amount + b.fixed_amount + b.other_amount
             OR (b.kind = 'WATER' AND (r.id IS NULL OR lines.usage <> b.usage_m3
               OR (b.customer_id, b.period, b.usage_m3, b.previous_stand, b.current_stand)
                  <> (r.customer_id, r.period, r.usage_m3, r.previous_stand, r.current_stand)))`,
    recompute: billsThatRecomputeDifferently,
  },
  {
    id: 'I21',
    title: 'usage is the difference of two stands, and each stand begins where the last one ended',
    sql: `SELECT chain.id AS reading_id, chain.customer_id, chain.period, chain.previous_stand, chain.current_stand,
                 chain.usage_m3, chain.overestimated_m3, chain.stand_before
          FROM (SELECT r.*, lag(r.current_stand) OVER w AS stand_before, lag(r.meter_id) OVER w AS meter_before,
                  lag(r.method) OVER w AS method_before
                FROM meter_reading r WHERE r.status = 'VERIFIED' AND r.method <> 'NONE'
                WINDOW w AS (PARTITION BY r.customer_id ORDER BY r.period)) chain
          JOIN meter m ON m.id = chain.meter_id
          LEFT JOIN meter old ON old.id = chain.replaced_meter_id
          WHERE chain.previous_stand <> coalesce(chain.stand_before, coalesce(old.installed_stand, m.installed_stand))
             OR (chain.meter_id <> chain.meter_before AND chain.replaced_meter_id IS NULL)
             -- only an estimate can have billed beyond a true stand
             OR (chain.overestimated_m3 > 0 AND chain.method_before IS DISTINCT FROM 'ESTIMATED')
             OR chain.usage_m3 - chain.overestimated_m3 <> CASE
                  WHEN chain.replaced_meter_id IS NOT NULL
                    THEN (old.removed_stand - chain.previous_stand) + (chain.current_stand - m.installed_stand)
                  WHEN chain.rollover THEN 10 ^ m.digits - chain.previous_stand + chain.current_stand
                  ELSE chain.current_stand - chain.previous_stand END`,
  },
  {
    id: 'I119',
    title: 'what was billed or corrected over an exchange was counted over the stands that are told of it',
    // One that another took the place of over the same exchange has them there, as they were written down then.
    sql: `SELECT r.id AS reading_id, r.customer_id, r.period, r.status, r.usage_m3, told.removed_stand, told.installed_stand
          FROM meter_reading r JOIN meter gone ON gone.id = r.replaced_meter_id JOIN meter hung ON hung.id = r.meter_id
          LEFT JOIN meter_reading after ON after.replaces_id = r.id
          CROSS JOIN LATERAL (SELECT (after.replaced_meter_id, after.meter_id) IS NOT DISTINCT FROM (r.replaced_meter_id, r.meter_id) AS over) same
          CROSS JOIN LATERAL (SELECT CASE WHEN same.over THEN after.former_removed_stand ELSE gone.removed_stand END AS removed_stand,
            CASE WHEN same.over THEN after.former_installed_stand ELSE hung.installed_stand END AS installed_stand) told
          WHERE r.method <> 'NONE'
            AND ((r.status = 'CORRECTED' AND same.over) OR EXISTS (SELECT FROM tagihan b WHERE b.reading_id = r.id))
            AND r.usage_m3 - r.overestimated_m3 IS DISTINCT FROM
              (told.removed_stand - r.previous_stand) + (r.current_stand - told.installed_stand)`,
  },
  {
    id: 'I86',
    title: 'a bill of a charge asks for what two people agreed it costs, as often as it was ordered',
    sql: `SELECT n.bill_id, b.kind, b.principal, c.price, n.quantity, c.status
          FROM tagihan_nonair n JOIN tagihan b ON b.id = n.bill_id JOIN biaya_nonair c ON c.id = n.charge_id
          LEFT JOIN (SELECT bill_id, sum(amount) AS amount, bool_and(rate = amount / quantity) AS even FROM tagihan_rincian
                     WHERE kind = 'NONWATER' GROUP BY bill_id) lines ON lines.bill_id = b.id
          WHERE b.kind <> 'NONWATER' OR c.status <> 'APPROVED' OR lines.amount IS DISTINCT FROM c.price * n.quantity
             OR b.principal <> c.price * n.quantity OR b.state = 'DRAFT'`,
  },
  {
    id: 'I38',
    title: 'a bill and its corrections are what it was worked out to',
    sql: `SELECT k.id AS correction_id, k.bill_id, b.water_amount, b.fixed_amount, again.water, again.fixed, sums.water AS water_corrected,
                 sums.fixed AS fixed_corrected
          FROM koreksi_tagihan k
          JOIN tagihan b ON b.id = k.bill_id
          CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE kind <> 'FIXED'), 0) AS water,
              coalesce(sum(amount) FILTER (WHERE kind = 'FIXED'), 0) AS fixed, bool_and(amount = quantity * rate) AS multiplied
            FROM jsonb_to_recordset(k.lines) AS l (kind text, quantity bigint, rate bigint, amount bigint)) again
          CROSS JOIN LATERAL (SELECT sum(e.water_amount) AS water, sum(e.fixed_amount) AS fixed, sum(e.other_amount) AS other
            FROM koreksi_tagihan e WHERE e.bill_id = k.bill_id AND e.id <= k.id) sums
          WHERE CASE b.kind
            WHEN 'WATER' THEN again.multiplied IS NOT TRUE OR again.water <> b.water_amount + sums.water
              OR again.fixed <> b.fixed_amount + sums.fixed OR sums.other <> 0
            -- a charge goes back whole, and leaves nothing
            WHEN 'NONWATER' THEN again.water <> 0 OR again.fixed <> 0 OR sums.water <> 0 OR sums.fixed <> 0
              OR b.other_amount + sums.other <> 0 OR NOT EXISTS (SELECT FROM tagihan_nonair n WHERE n.bill_id = b.id)
            WHEN 'OPENING' THEN again.multiplied IS NOT TRUE OR again.water <> b.other_amount + sums.other OR again.fixed <> 0
              OR sums.water <> 0 OR sums.fixed <> 0
            ELSE true END`,
  },
  {
    id: 'I110',
    title:
      'what of a bill bears no penalty is what corrections found to be too much of it, what it carries of the penalties of others, and a penalty that was taken over',
    sql: `SELECT b.id AS bill_id, b.kind, b.principal, b.penalty_free, own.free AS too_much, carried.free AS carried
          FROM tagihan b
          LEFT JOIN (SELECT bill_id, greatest(0, -sum(amount)) AS free FROM koreksi_tagihan GROUP BY 1) own ON own.bill_id = b.id
          LEFT JOIN (SELECT carrier_id, sum(least(amount, greatest(0, penalty))) AS free
              FROM (SELECT carrier_id, sum(amount + penalty_amount) AS amount, sum(penalty_amount) AS penalty
                FROM koreksi_tagihan WHERE carrier_id IS NOT NULL GROUP BY carrier_id, note_id, CASE WHEN note_id IS NULL THEN id END) paper
              GROUP BY 1) carried ON carried.carrier_id = b.id
          WHERE b.kind IN ('WATER', 'NONWATER') AND b.state <> 'CANCELLED'
            AND b.penalty_free <> coalesce(own.free, 0) + coalesce(carried.free, 0)
          UNION ALL
          SELECT b.id, b.kind, b.principal, b.penalty_free, b.principal - stands.principal, 0
          FROM tagihan b CROSS JOIN LATERAL (${OPENING_STANDS}) stands
          WHERE b.kind = 'OPENING' AND b.state <> 'CANCELLED' AND b.penalty_free <> greatest(0, b.principal - stands.principal)`,
  },
  {
    id: 'I39',
    title:
      'corrections not yet billed are those no issued bill carries; a bill carries what its corrections say',
    sql: `SELECT NULL::bigint AS bill_id, books.net AS ledger, waiting.amount AS corrections
          FROM (SELECT coalesce(sum(debit - credit), 0) AS net FROM jurnal_baris WHERE account = '1230') books,
               (SELECT coalesce(sum(k.amount + k.penalty_amount), 0) AS amount FROM koreksi_tagihan k LEFT JOIN tagihan c ON c.id = k.carrier_id
                WHERE k.settlement = 'CARRIER' AND (c.id IS NULL OR c.state IN ('DRAFT', 'CANCELLED'))) waiting
          WHERE books.net <> waiting.amount
          UNION ALL
          SELECT coalesce(l.bill_id, k.carrier_id), l.amount, k.amount
          FROM (SELECT r.bill_id, sum(r.amount) AS amount FROM tagihan_rincian r JOIN tagihan b ON b.id = r.bill_id
                WHERE r.kind = 'KOREKSI' AND b.state <> 'CANCELLED' GROUP BY 1) l
          FULL JOIN (SELECT carrier_id, sum(amount + penalty_amount) AS amount FROM koreksi_tagihan WHERE carrier_id IS NOT NULL GROUP BY 1) k
            ON k.carrier_id = l.bill_id
          WHERE l.amount IS DISTINCT FROM k.amount`,
  },
  {
    id: 'I72',
    title:
      'a month lies in one region and route, nothing that was issued was moved, and history says where everybody is',
    sql: `SELECT h.customer_id, h.from_period, h.until_period, h.began, NULL::text AS said, NULL::text AS is
          FROM (SELECT l.*, coalesce(lag(l.until_period) OVER w, '0000-00') AS began, lag(l.moved_at) OVER w AS before_at
                FROM riwayat_letak l WINDOW w AS (PARTITION BY l.customer_id ORDER BY l.until_period)) h
          JOIN rute r ON r.id = h.route_id
          WHERE h.from_period <> h.began OR h.moved_at < h.before_at OR r.region_id <> h.region_id
             OR EXISTS (SELECT FROM tagihan b WHERE b.customer_id = h.customer_id AND b.period >= h.until_period AND b.issued_at < h.moved_at
               -- what falls due in months to come went along
               AND (b.kind <> 'INSTALMENT' OR b.period <= to_char(h.moved_at AT TIME ZONE 'UTC', 'YYYY-MM') OR b.paid_at < h.moved_at))
          UNION ALL
          SELECT c.id, NULL, NULL, NULL, was.after, r.code
          FROM (SELECT DISTINCT customer_id FROM riwayat_pelanggan WHERE field = 'route') moved
          JOIN pelanggan c ON c.id = moved.customer_id JOIN rute r ON r.id = c.route_id
          CROSS JOIN LATERAL (SELECT x.after FROM riwayat_pelanggan x WHERE x.customer_id = c.id AND x.field = 'route'
            ORDER BY x.at DESC, x.id DESC LIMIT 1) was
          WHERE r.region_id <> c.region_id OR split_part(was.after, ' ', 1) <> r.code`,
  },
  {
    id: 'I81',
    title:
      'a bill issued in place of another has its number, and the other is cancelled; only a draft is held',
    sql: `SELECT b.id AS bill_id, b.bill_number, was.bill_number AS replaced, was.state AS replaced_state, b.held_at
          FROM tagihan b LEFT JOIN tagihan was ON was.id = b.replaces_id
          WHERE (was.id IS NOT NULL AND (was.state, was.bill_number, was.customer_id, was.period, was.kind)
                 IS DISTINCT FROM ('CANCELLED', b.bill_number, b.customer_id, b.period, b.kind))
             OR (b.held_at IS NOT NULL AND b.state NOT IN ('DRAFT', 'CANCELLED'))`,
  },
  {
    id: 'I79',
    title: 'a bill says for how long its penalty stood still, and nothing was booked on those days',
    sql: `SELECT b.id AS bill_id, b.disputed, b.penalty_days_held, h.open, h.days
          FROM tagihan b LEFT JOIN (SELECT bill_id, bool_or(until_day IS NULL) AS open,
            coalesce(sum(until_day - from_day), 0) AS days FROM penahanan_denda GROUP BY bill_id) h ON h.bill_id = b.id
          WHERE b.disputed <> coalesce(h.open, false) OR b.penalty_days_held <> coalesce(h.days, 0)`,
  },
  {
    id: 'I87',
    title: 'a bill of water is priced by the version its month had; one charged ahead, by what it had then',
    sql: `SELECT b.id AS bill_id, b.period, v.id AS priced_by, v.valid_from, n.id AS in_force
          FROM tagihan b JOIN tarif_versi v ON v.id = b.tariff_version_id
          LEFT JOIN tarif_versi n ON n.tariff_id = v.tariff_id AND n.status = 'ACTIVE'
            -- also one of the same month that took the place of another
            AND n.id <> v.id AND n.valid_from >= v.valid_from AND n.valid_from <= b.period
            -- Months begin in the zone of the utility; the law allows for every zone on earth.
            AND coalesce(${firstIssued('b')}, 'infinity') >= ((b.period || '-01')::timestamp + interval '14 hours') AT TIME ZONE 'UTC'
          WHERE b.kind = 'WATER' AND b.state <> 'CANCELLED' AND (n.id IS NOT NULL OR v.valid_from > b.period)`,
  },
  {
    id: 'I42',
    title: 'a month without a reading was sealed from its first day to its last, and its tariff goes on then',
    // Months begin in the zone of the utility; the law allows for every zone on earth.
    sql: `SELECT r.id AS reading_id, r.customer_id, r.period, was.after AS state_before, v.id AS tariff_version_id
          FROM meter_reading r
          LEFT JOIN LATERAL (SELECT h.after FROM riwayat_pelanggan h
            WHERE h.customer_id = r.customer_id AND h.field = 'state'
              AND h.at < ((r.period || '-01')::timestamp + interval '14 hours') AT TIME ZONE 'UTC'
            ORDER BY h.at DESC, h.id DESC LIMIT 1) was ON true
          LEFT JOIN tagihan b ON b.reading_id = r.id AND b.state <> 'CANCELLED'
          LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
          WHERE r.method = 'NONE'
            AND (was.after IS DISTINCT FROM 'SEGEL' OR NOT coalesce(v.charge_when_sealed, true)
              OR EXISTS (SELECT FROM riwayat_pelanggan h WHERE h.customer_id = r.customer_id AND h.field = 'state'
                AND h.at >= ((r.period || '-01')::timestamp + interval '14 hours') AT TIME ZONE 'UTC'
                AND h.at < ((r.period || '-01')::timestamp + interval '1 month' - interval '14 hours') AT TIME ZONE 'UTC'
                AND h.at < r.read_at))`,
  },
];
