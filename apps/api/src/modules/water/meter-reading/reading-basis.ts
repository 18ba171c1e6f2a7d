import {
  businessDateOf,
  type BusinessDate,
  type CustomerState,
  type MeterLife,
  type Period,
  type ReadingBasis,
  type SealedInterval,
  type SettledReading,
} from '@tirtapay/domain';
import { Database, type RowOf, type Tx } from '../../../platform/database';
import type { MeasuredCategoryUsage } from './entities/category-usage.entity';
import { basisKey, type ReadingKey } from './reading-key';
import type { TakenOverMonths } from './taken-over-months';

/** What the law judges by, and what the use cases ask of the customer besides. */
export interface CustomerBasis extends ReadingBasis {
  readonly customerId: number;
  readonly state: CustomerState;
  readonly tariffId: number;
  readonly laterVerified: boolean;
  /** Months charged without a reading, because the connection was sealed. */
  readonly charged: readonly Period[];
}

/** Nothing where a category was not measured yet. */
type Measured = { [Column in keyof Usage]: Usage[Column] | null };
type Usage = RowOf<MeasuredCategoryUsage, 'readings' | 'meanM3' | 'topM3'>;

interface Row extends Measured {
  customer_id: number;
  state: CustomerState;
  tariff_id: number;
  period: Period;
  high_percent: number;
  low_percent: number;
  default_usage_m3: number;
  meters: MeterLife[];
  sealed: SealedInterval[];
  charged: Period[];
  history: SettledReading[];
  waiting: Period[];
  later_verified: boolean;
  same_photo: boolean;
}

/** A year back, so that "the same period last year" is among them even after one missed month. */
const HISTORY_LENGTH = 13;

const EPOCH = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)`;

/**
 * Alias: `r` a reading. It waits for a decision, and still may get one: once a later stand was verified, that one has counted
 * its water.
 */
export const WAITS = `r.status IN ('RECORDED', 'REREAD') AND NOT EXISTS (SELECT FROM meter_reading v
      WHERE v.customer_id = r.customer_id AND v.period > r.period AND v.status = 'VERIFIED' AND v.method <> 'NONE')`;

const BASIS = `
  SELECT c.id AS customer_id, c.state, c.tariff_id, k.period, t.high_percent, t.low_percent, t.default_usage_m3,
    g.readings, g.mean_m3, g.top_m3,
    (SELECT coalesce(json_agg(json_build_object('id', m.id, 'digits', m.digits, 'sizeMm', m.size_mm,
        'installedStand', m.installed_stand, 'installedOn', m.installed_on, 'installedAt', ${EPOCH('m.installed_at')},
        'removedOn', m.removed_on, 'removedAt', ${EPOCH('m.removed_at')}, 'removedStand', m.removed_stand)
        ORDER BY m.installed_on, m.id), '[]')
      FROM meter m WHERE m.customer_id = c.id) AS meters,
    (SELECT coalesce(json_agg(json_build_object('from', ${EPOCH('s.at')}, 'to', ${EPOCH('s.until')})), '[]')
      FROM (SELECT h.after, h.at, lag(h.after) OVER w AS was, row_number() OVER w AS n,
          min(h.at) FILTER (WHERE h.after = 'AKTIF') OVER (w ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS until
        FROM riwayat_pelanggan h WHERE h.customer_id = c.id AND h.field = 'state' WINDOW w AS (ORDER BY h.at, h.id)) s
      -- a candidate is shut off too, unless he never was anything else
      WHERE s.after IN ('SEGEL', 'NONAKTIF') AND (s.was IS NULL OR s.was = 'AKTIF' OR (s.was = 'CALON' AND s.n = 2))) AS sealed,
    (SELECT coalesce(json_agg(r.period), '[]') FROM meter_reading r
      WHERE r.customer_id = c.id AND r.period < k.period AND r.status = 'VERIFIED' AND r.method = 'NONE') AS charged,
    (SELECT coalesce(json_agg(h), '[]') FROM (
        SELECT r.period, r.usage_m3 AS usage, r.days, r.method, r.current_stand AS "currentStand", r.meter_id AS "meterId",
          ${EPOCH('r.read_at')} AS "readAt"
        FROM meter_reading r
        WHERE r.customer_id = c.id AND r.period < k.period AND r.status = 'VERIFIED' AND r.method <> 'NONE'
        ORDER BY r.period DESC LIMIT ${String(HISTORY_LENGTH)}) h) AS history,
    (SELECT coalesce(json_agg(r.period), '[]') FROM meter_reading r
      WHERE r.customer_id = c.id AND r.period < k.period AND ${WAITS}) AS waiting,
    EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = c.id AND r.period > k.period AND r.status = 'VERIFIED'
        AND r.method <> 'NONE')
      AS later_verified,
    EXISTS (SELECT FROM meter_reading r JOIN foto_meter f ON f.client_id = r.client_id
        JOIN foto_meter e ON e.sha256 = f.sha256 AND (e.stored_at, e.client_id) < (f.stored_at, f.client_id)
        WHERE r.customer_id = c.id AND r.period = k.period AND r.status IN ('RECORDED', 'REREAD')) AS same_photo
  FROM unnest($1::bigint[], $2::text[]) AS k (customer_id, period)
  JOIN pelanggan c ON c.id = k.customer_id
  JOIN tarif t ON t.id = c.tariff_id
  LEFT JOIN pemakaian_golongan g ON g.tariff_id = c.tariff_id`;

/** The bases of any number of readings in one statement, by `basisKey`. */
export async function loadBases(
  source: Tx | Database,
  keys: readonly ReadingKey[],
  takenOver: TakenOverMonths,
): Promise<Map<string, CustomerBasis>> {
  const values = [keys.map((key) => key.customer_id), keys.map((key) => key.period)];
  const rows = await (source instanceof Database
    ? source.read<Row & object>(BASIS, values)
    : source.query<Row & object>(BASIS, values));
  const before = rows.flatMap((row) =>
    row.waiting.map((period) => ({ customer_id: row.customer_id, period })),
  );
  const open = new Set((await takenOver.without(source, before)).map(basisKey));
  return new Map(
    rows.map((row) => {
      const { customer_id, waiting } = row;
      const earlierUnverified = waiting.some((period) => open.has(basisKey({ customer_id, period })));
      return [basisKey(row), basisOf(row, earlierUnverified)];
    }),
  );
}

function basisOf(row: Row, earlierUnverified: boolean): CustomerBasis {
  return {
    customerId: row.customer_id,
    state: row.state,
    tariffId: row.tariff_id,
    period: row.period,
    meters: row.meters,
    sealed: row.sealed,
    charged: row.charged,
    history: row.history,
    earlierUnverified,
    laterVerified: row.later_verified,
    samePhoto: row.same_photo,
    thresholds: { highPercent: row.high_percent, lowPercent: row.low_percent },
    categoryDefault: row.default_usage_m3,
    categoryUsage:
      row.readings === null || row.mean_m3 === null || row.top_m3 === null
        ? null
        : { readings: row.readings, mean: row.mean_m3, top: row.top_m3 },
  };
}

/** Business days of a zone, as the law asks for them. */
export function daysIn(zone: string): (epochMs: number) => BusinessDate {
  return (epochMs) => businessDateOf(epochMs, zone);
}
