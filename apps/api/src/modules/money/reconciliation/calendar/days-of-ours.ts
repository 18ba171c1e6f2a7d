import type { BusinessDate, StatementKind } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { StoredWindow } from '../entities/reconciliation.entity';
import { MOVEMENT_SOURCES } from '../matching/movement-sources';

interface DayToAsk {
  readonly date: BusinessDate;
  /** The day its statement follows: what was carried there comes to this one. */
  readonly before: BusinessDate;
  readonly windows: readonly StoredWindow[];
}

/** `w` is a window of a day. */
const WINDOWS = `jsonb_to_recordset($1::jsonb) AS w (date text, channel text, "from" timestamptz, "to" timestamptz)`;

/**
 * What moved on the day `w` belongs to another one: two people, or what both sides say, put it there, so that this day waits for
 * nothing because of it. One that only misses it has not got it. Each by its own index. `has` is what an item `x` has of it.
 */
const settledElsewhere = (has: readonly string[]): string =>
  has
    .map(
      (same) => `EXISTS (SELECT FROM rekonsiliasi_detail x JOIN rekonsiliasi y ON y.id = x.reconciliation_id
      WHERE ${same} AND x.state <> 'OPEN' AND y.collector_id = $2 AND y.settlement_date <> w.date::date)`,
    )
    .join(' OR ');

/** What a bank collected. `$2` is the collector. */
const COLLECTED = `EXISTS (SELECT FROM pembayaran p WHERE p.collector_id = $2 AND p.channel = w.channel AND p.posted_at >= w."from"
    AND p.posted_at < w."to" AND p.kind IN ('PAYMENT', 'REVERSAL') AND NOT (${settledElsewhere([
      'x.payment_id = p.id AND NOT x.carried',
      'x.payment_id = p.id AND x.carried',
      'x.reversal_id = p.id AND NOT x.carried',
      'x.posted_id = p.id',
    ])}))`;

const moved = (kind: StatementKind): string =>
  kind === 'BANK'
    ? COLLECTED
    : `EXISTS (SELECT FROM ${MOVEMENT_SOURCES[kind].relation} m WHERE m.posted_at >= w."from" AND m.posted_at < w."to"
        AND m.business_date BETWEEN (w."from" - interval '2 days')::date AND (w."to" + interval '2 days')::date
        AND NOT (${settledElsewhere([
          `x.movement_id = m.journal_id AND x.statement = '${kind}' AND NOT x.carried`,
          `x.movement_id = m.journal_id AND x.statement = '${kind}' AND x.carried`,
          `x.reversal_movement_id = m.journal_id AND x.statement = '${kind}' AND NOT x.carried`,
        ])}))`;

/**
 * What came was waited for, whatever has become of what it is about; so is what still asks for a decision on the day itself, and
 * a day of which two people said that nothing comes: it is theirs to close.
 */
const IN_HAND = `SELECT b.date FROM jsonb_to_recordset($3::jsonb) AS b (date text, before date)
  JOIN rekonsiliasi r ON r.collector_id = $2 AND r.settlement_date = b.date::date WHERE r.file_id IS NOT NULL
    OR r.absence_id IS NOT NULL OR EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id AND d.state = 'OPEN')`;

/** How another item has what an item `d` was left with; each by its own index. */
const SAME_SIDE = [
  'x.payment_id = d.payment_id',
  'x.reversal_id = d.payment_id',
  'x.movement_id = d.movement_id AND x.statement = d.statement',
  'x.reversal_movement_id = d.movement_id AND x.statement = d.statement',
  'x.line_id = d.line_id',
  'x.reversal_line_id = d.line_id',
];

/** Two people left `d` to the day after, and no later item has it. Two questions each, so that each has its partial index. */
export const LEFT_BEHIND = `d.carried AND ${SAME_SIDE.flatMap((same) =>
  ['NOT x.carried', 'x.carried AND x.id > d.id'].map(
    (later) => `NOT EXISTS (SELECT FROM rekonsiliasi_detail x WHERE ${same} AND ${later})`,
  ),
).join(' AND ')}`;

const CARRIED = `SELECT b.date FROM jsonb_to_recordset($3::jsonb) AS b (date text, before date)
  JOIN rekonsiliasi r ON r.collector_id = $2 AND r.settlement_date = b.before JOIN rekonsiliasi_detail d ON d.reconciliation_id = r.id
  WHERE ${LEFT_BEHIND}`;

/** Those of some days on which something of ours is, whatever was agreed about them. */
export async function daysOfOurs(
  reader: { query: Tx['query'] },
  { collectorId, kind }: { readonly collectorId: number; readonly kind: StatementKind },
  days: readonly DayToAsk[],
): Promise<ReadonlySet<string>> {
  if (days.length === 0) return new Set();
  const rows = await reader.query<{ date: string }>(
    `SELECT w.date FROM ${WINDOWS} WHERE ${moved(kind)} UNION ${CARRIED} UNION ${IN_HAND}`,
    [
      JSON.stringify(days.flatMap(({ date, windows }) => windows.map((window) => ({ date, ...window })))),
      collectorId,
      JSON.stringify(days.map(({ date, before }) => ({ date, before }))),
    ],
  );
  return new Set(rows.map(({ date }) => date));
}
