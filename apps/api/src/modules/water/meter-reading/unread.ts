import { CUSTOMER_STATES, READ_STATES } from '@tirtapay/domain';
import type { Database } from '../../../platform/database';

/** Whose readings of a month are asked for; null is everywhere, and every category. */
interface UnreadScope {
  readonly period: string;
  readonly region_id: number | null;
  readonly tariff_id: number | null;
}

const OF_SCOPE = '($2::bigint IS NULL OR k.region_id = $2) AND ($3::bigint IS NULL OR k.tariff_id = $3)';

/**
 * How many customers nobody has read in a month, of those who are read: all of them, less the readings of the month, of which
 * each has at most one that stands, but for the readings of those who are not read any more. Each is counted by an index; to
 * look for the reading of every customer would go through both tables.
 */
const MISSING = `SELECT
    (SELECT count(*) FROM pelanggan k WHERE k.state = ANY ($4) AND ${OF_SCOPE})
    - (SELECT count(*) FROM meter_reading r WHERE r.period = $1 AND r.status <> 'CORRECTED'
       AND ($2::bigint IS NULL AND $3::bigint IS NULL OR r.customer_id IN (SELECT k.id FROM pelanggan k WHERE ${OF_SCOPE})))
    + (SELECT count(*) FROM pelanggan k WHERE k.state = ANY ($5) AND ${OF_SCOPE}
       AND EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = k.id AND r.period = $1 AND r.status <> 'CORRECTED')) AS missing`;

export async function countUnread(database: Database, scope: UnreadScope): Promise<number> {
  const [row] = await database.screen<{ missing: number }>(MISSING, [
    scope.period,
    scope.region_id,
    scope.tariff_id,
    READ_STATES,
    CUSTOMER_STATES.filter((state) => !READ_STATES.includes(state)),
  ]);
  return row?.missing ?? 0;
}
