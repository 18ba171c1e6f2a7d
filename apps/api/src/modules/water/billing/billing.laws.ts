import type { Law } from '../../../platform/invariants';
import { billsThatRecomputeDifferently } from './recompute-bills';

export const BILLING_LAWS: readonly Law[] = [
  {
    id: 'I19',
    title: 'one bill per customer and period',
    sql: `SELECT customer_id, period, count(*) FROM tagihan WHERE state <> 'CANCELLED'
          GROUP BY customer_id, period HAVING count(*) > 1`,
  },
  {
    id: 'I20',
    title: 'a bill is the sum of its lines, over the usage of its reading',
    sql: `SELECT b.id AS bill_id, b.bill_number, b.water_amount, b.fixed_amount, b.principal
          FROM tagihan b
          JOIN meter_reading r ON r.id = b.reading_id
          LEFT JOIN (SELECT bill_id,
                       coalesce(sum(amount) FILTER (WHERE kind <> 'FIXED'), 0) AS water,
                       coalesce(sum(amount) FILTER (WHERE kind = 'FIXED'), 0) AS fixed,
                       coalesce(sum(quantity) FILTER (WHERE kind = 'WATER_BLOCK'), 0) AS usage,
                       bool_and(amount = quantity * rate) AS multiplied
                     FROM tagihan_rincian GROUP BY bill_id) lines ON lines.bill_id = b.id
          WHERE lines.bill_id IS NULL OR NOT lines.multiplied
             OR lines.water <> b.water_amount OR lines.fixed <> b.fixed_amount OR lines.usage <> b.usage_m3
             OR b.principal <> b.water_amount + b.fixed_amount
             OR (b.customer_id, b.period, b.usage_m3, b.previous_stand, b.current_stand)
                <> (r.customer_id, r.period, r.usage_m3, r.previous_stand, r.current_stand)`,
    recompute: billsThatRecomputeDifferently,
  },
  {
    id: 'I21',
    title: 'usage is the difference of two stands, and each stand begins where the last one ended',
    sql: `SELECT chain.id AS reading_id, chain.customer_id, chain.period, chain.previous_stand, chain.current_stand,
                 chain.usage_m3, chain.overestimated_m3, chain.stand_before
          FROM (SELECT r.*, lag(r.current_stand) OVER w AS stand_before, lag(r.meter_id) OVER w AS meter_before,
                  lag(r.method) OVER w AS method_before
                FROM meter_reading r WHERE r.status = 'VERIFIED'
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
];
