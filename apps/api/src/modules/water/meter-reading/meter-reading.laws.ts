import type { Law } from '../../../platform/invariants';

export const METER_READING_LAWS: readonly Law[] = [
  {
    id: 'I40',
    title: 'usage belongs to the meter that was there at its instant, and to a stand that meter showed',
    // Where only the day of an exchange is known, a day is as wide as it is on earth.
    sql: `SELECT r.id AS reading_id, r.customer_id, r.period, r.read_at, r.current_stand, m.id AS meter_id, m.installed_on,
                 m.removed_on, m.removed_stand
          FROM meter_reading r JOIN meter m ON m.id = r.meter_id
          WHERE r.status = 'VERIFIED'
            AND (m.customer_id <> r.customer_id
              OR (r.method <> 'NONE'
                AND (r.read_at < coalesce(m.installed_at, (m.installed_on::timestamp - interval '14 hours') AT TIME ZONE 'UTC')
                  OR r.read_at >= coalesce(m.removed_at, (m.removed_on::timestamp + interval '36 hours') AT TIME ZONE 'UTC')))
              OR (r.method = 'ACTUAL' AND r.current_stand > m.removed_stand))`,
  },
  {
    id: 'I41',
    title: 'what is billed lies within the life of the connection: from its first meter to its last',
    sql: `SELECT r.id AS reading_id, r.customer_id, r.period, life.first_day, life.last_day
          FROM meter_reading r
          JOIN (SELECT customer_id, min(installed_on) AS first_day,
                  CASE WHEN bool_and(removed_on IS NOT NULL) THEN max(removed_on) END AS last_day
                FROM meter GROUP BY customer_id) life ON life.customer_id = r.customer_id
          WHERE r.status = 'VERIFIED'
            AND (r.period < to_char(life.first_day, 'YYYY-MM') OR r.period > to_char(life.last_day, 'YYYY-MM'))`,
  },
  {
    id: 'I82',
    title:
      'a corrected reading has another in its place; a month nobody read comes from a true stand after it',
    sql: `SELECT r.id AS reading_id, r.customer_id, r.period, r.status, r.method, was.status AS replaced_status, truth.period AS settled_by
          FROM meter_reading r
          LEFT JOIN meter_reading was ON was.id = r.replaces_id
          LEFT JOIN meter_reading truth ON truth.id = r.settled_by
          WHERE (r.status = 'CORRECTED' AND NOT EXISTS (SELECT FROM meter_reading n WHERE n.replaces_id = r.id))
             OR (was.id IS NOT NULL AND (was.status, was.customer_id, was.period)
                 IS DISTINCT FROM ('CORRECTED', r.customer_id, r.period))
             OR (r.method = 'DERIVED' AND (truth.id IS NULL OR truth.customer_id <> r.customer_id OR truth.period <= r.period
               OR truth.method <> 'ACTUAL' OR truth.status NOT IN ('VERIFIED', 'CORRECTED')))`,
  },
  {
    id: 'I83',
    title: 'a meter taken out of a closed connection showed no more than was read of it',
    sql: `SELECT p.id AS customer_id, m.id AS meter_id, m.removed_stand, coalesce(seen.stand, m.installed_stand) AS read_stand
          FROM pelanggan p
          JOIN LATERAL (SELECT * FROM meter x WHERE x.customer_id = p.id ORDER BY x.installed_on DESC, x.id DESC LIMIT 1) m ON true
          LEFT JOIN LATERAL (SELECT max(r.current_stand) AS stand FROM meter_reading r
            WHERE r.meter_id = m.id AND r.status IN ('VERIFIED', 'CORRECTED') AND r.method <> 'NONE') seen ON true
          WHERE p.state = 'NONAKTIF' AND m.removed_stand > coalesce(seen.stand, m.installed_stand)`,
  },
];
