import type { Database } from '../../../platform/database';
import { regionIn } from '../customers';
import type { VerifyBatchBody } from './dto/reading.request';

/** Readings decided in one transaction: long enough for sets to pay, short enough not to hold up a payment. */
export const BATCH_CHUNK = 500;

/** What a batch is about when it names no ids. */
export type BatchFilter = Pick<VerifyBatchBody, 'period' | 'region_id' | 'severities'> & {
  /** The newest reading there was when it was asked for: nobody has seen what is recorded after it. */
  readonly upto?: number;
  /** When the last of them was received: what is read again after it takes the row, and the number, of the first one. */
  readonly received?: string;
};

interface Matching extends Required<Pick<BatchFilter, 'upto' | 'received'>> {
  readonly count: number;
}

/** ERROR readings match too: they are named as skipped, so that nobody takes silence for a decision. */
const WAITING = `FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id
  WHERE r.period = $1 AND ($2::bigint IS NULL OR ${regionIn('r.period')} = $2) AND r.status = 'RECORDED'
    AND (r.severity = ANY ($3) OR r.severity = 'ERROR')`;

const values = ({ period, region_id: regionId, severities }: BatchFilter) => [
  period,
  regionId ?? null,
  severities,
];

/** How many there are, and how far what was seen goes. */
export async function countMatching(database: Database, filter: BatchFilter): Promise<Matching> {
  const [row] = await database.screen<Matching & object>(
    `SELECT count(*) AS count, coalesce(max(r.id), 0) AS upto, coalesce(max(r.received_at), '-infinity')::text AS received ${WAITING}`,
    values(filter),
  );
  return row ?? { count: 0, upto: 0, received: '-infinity' };
}

/** The next of them by id; those that were verified meanwhile match no more. */
export async function matchingAfter(
  database: Database,
  filter: BatchFilter,
  after: number,
): Promise<number[]> {
  const rows = await database.screen<{ id: number }>(
    `SELECT r.id ${WAITING} AND r.id > $4 AND r.id <= $5 AND (r.received_at IS NULL OR r.received_at <= $6::timestamptz)
     ORDER BY r.id LIMIT ${String(BATCH_CHUNK)}`,
    [...values(filter), after, filter.upto ?? Number.MAX_SAFE_INTEGER, filter.received ?? 'infinity'],
  );
  return rows.map(({ id }) => id);
}

/** Those that are named, whatever their state. */
export async function matchingIds(
  database: Database,
  ids: readonly number[],
  { period, region_id: regionId, severities }: BatchFilter,
): Promise<number[]> {
  const rows = await database.screen<{ id: number }>(
    `SELECT r.id FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id
     WHERE r.id = ANY ($1) AND ($2::text IS NULL OR r.period = $2) AND ($3::bigint IS NULL OR ${regionIn('r.period')} = $3)
       AND (r.severity = ANY ($4) OR r.severity = 'ERROR') ORDER BY r.id`,
    [ids, period ?? null, regionId ?? null, severities],
  );
  return rows.map(({ id }) => id);
}
