import type { BusinessDate, CustomerState, Period, PastUsage, ReadingMethod } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';

export interface MeterInPlace {
  readonly id: number;
  readonly digits: number;
  readonly size_mm: number;
  readonly installed_stand: number;
  readonly installed_on: BusinessDate;
  readonly removed_stand: number | null;
  readonly active: boolean;
}

/** A verified reading of an earlier period. */
export interface PastReading {
  readonly period: Period;
  readonly usage: number;
  readonly days: number;
  readonly method: ReadingMethod;
  readonly current_stand: number;
  readonly meter_id: number;
  /** Milliseconds since the epoch. */
  readonly read_at: number;
}

/** Everything a reading of one customer and period is judged by. */
export interface ReadingBasis {
  readonly customer_id: number;
  readonly customer_number: string;
  readonly state: CustomerState;
  readonly tariff_id: number;
  readonly period: Period;
  readonly high_percent: number;
  readonly low_percent: number;
  readonly default_usage_m3: number;
  /** Oldest first; at most one is active. */
  readonly meters: readonly MeterInPlace[];
  /** Verified ones before the period, newest first. */
  readonly history: readonly PastReading[];
  readonly earlier_unverified: boolean;
  readonly later_verified: boolean;
}

/** A year back, so that "the same period last year" is among them even after one missed month. */
const HISTORY_LENGTH = 13;

const BASIS = `
  SELECT c.id AS customer_id, c.customer_number, c.state, c.tariff_id, k.period,
    t.high_percent, t.low_percent, t.default_usage_m3,
    (SELECT coalesce(json_agg(json_build_object('id', m.id, 'digits', m.digits, 'size_mm', m.size_mm,
        'installed_stand', m.installed_stand, 'installed_on', m.installed_on, 'removed_stand', m.removed_stand,
        'active', m.removed_on IS NULL) ORDER BY m.installed_on, m.id), '[]')
      FROM meter m WHERE m.customer_id = c.id) AS meters,
    (SELECT coalesce(json_agg(h), '[]') FROM (
        SELECT r.period, r.usage_m3 AS usage, r.days, r.method, r.current_stand, r.meter_id,
          floor(extract(epoch FROM r.read_at) * 1000) AS read_at
        FROM meter_reading r
        WHERE r.customer_id = c.id AND r.period < k.period AND r.status = 'VERIFIED'
        ORDER BY r.period DESC LIMIT ${String(HISTORY_LENGTH)}) h) AS history,
    EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = c.id AND r.period < k.period AND r.status <> 'VERIFIED')
      AS earlier_unverified,
    EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = c.id AND r.period > k.period AND r.status = 'VERIFIED')
      AS later_verified
  FROM unnest($1::bigint[], $2::text[]) AS k (customer_id, period)
  JOIN pelanggan c ON c.id = k.customer_id
  JOIN tarif t ON t.id = c.tariff_id`;

export interface ReadingKey {
  readonly customer_id: number;
  readonly period: string;
}

export function basisKey(key: ReadingKey): string {
  return `${String(key.customer_id)}/${key.period}`;
}

/** The bases of any number of readings in one statement, by `basisKey`. */
export async function loadBases(
  source: Tx | Database,
  keys: readonly ReadingKey[],
): Promise<Map<string, ReadingBasis>> {
  const values = [keys.map((key) => key.customer_id), keys.map((key) => key.period)];
  const rows = await (source instanceof Database
    ? source.read<ReadingBasis & object>(BASIS, values)
    : source.query<ReadingBasis & object>(BASIS, values));
  return new Map(rows.map((row) => [basisKey(row), row]));
}

/** The shape libs/domain compares with. */
export function pastUsage(basis: ReadingBasis): PastUsage[] {
  return basis.history.map(({ period, usage, days, method }) => ({ period, usage, days, method }));
}
