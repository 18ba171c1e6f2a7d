import { movementOf } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { MOVEMENTS_LIKE } from '../calendar/settlement-calendars';
import { unlessBusy } from '../days/busy-day';
import { closedByNobody } from '../days/closings-in-hand';
import type { LockedDay } from '../days/lock-day';
import { KEPT } from './kept-items';

/** What a run has set free and no other day takes back: its own day is closed. */
export interface Freed {
  readonly payments: readonly number[];
  /** By their journals. */
  readonly movements: readonly number[];
}

const NOTHING: Freed = { payments: [], movements: [] };

const windowsOf = (windows: string) =>
  `jsonb_to_recordset(${windows}) AS w (channel text, "from" timestamptz, "to" timestamptz)`;

const IN_WINDOW = `posted_at >= w."from" AND posted_at < w."to"`;

/**
 * The days of others that were set free, by their windows; `mine` are those of this day, which finds its own by itself.
 * A day settles no sooner than what it settles was posted.
 */
const GONE = `WITH ${KEPT}, gone AS (
    DELETE FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND NOT EXISTS (SELECT FROM kept k WHERE k.id = d.id)
    RETURNING d.payment_id, d.reversal_id, d.movement_id, d.reversal_movement_id
  ), strange AS MATERIALIZED (
    SELECT p.id, p.channel, p.posted_at, p.business_date FROM pembayaran p
    WHERE p.id IN (SELECT g.payment_id FROM gone g UNION SELECT g.reversal_id FROM gone g)
      AND NOT EXISTS (SELECT FROM ${windowsOf('$2::jsonb')} WHERE w.channel = p.channel AND ${IN_WINDOW})
  ), moved AS MATERIALIZED (
    SELECT j.id, j.posted_at, j.business_date FROM jurnal j
    WHERE j.id IN (SELECT g.movement_id FROM gone g UNION SELECT g.reversal_movement_id FROM gone g)
      AND NOT ($3 AND EXISTS (SELECT FROM ${windowsOf('$2::jsonb')} WHERE w.channel = '${MOVEMENTS_LIKE}' AND ${IN_WINDOW}))
  )
  SELECT s.id, 'payment' AS what, r.id AS day_id, r.collector_id FROM strange s
  JOIN rekonsiliasi r ON r.collector_id = $4 AND r.settlement_date >= s.business_date
  WHERE EXISTS (SELECT FROM ${windowsOf('r.windows')} WHERE w.channel = s.channel AND ${IN_WINDOW})
  UNION ALL
  SELECT m.id, 'movement', r.id, r.collector_id FROM moved m
  JOIN rekonsiliasi r ON r.settlement_date >= m.business_date AND r.statement = $5
    AND CASE $5 WHEN 'BANK' THEN r.own_account ELSE r.collector_id = $4 END
  WHERE EXISTS (SELECT FROM ${windowsOf('r.windows')} WHERE w.channel = '${MOVEMENTS_LIKE}' AND ${IN_WINDOW})`;

/**
 * Takes away what was found of a day and nobody has decided. A payment of another day that an item had goes back to that day,
 * unless it is closed: then nobody would ask for it any more, and this day does.
 */
export async function freeItems(tx: Tx, day: LockedDay): Promise<Freed> {
  const found = await tx.query<{
    id: number;
    what: 'payment' | 'movement';
    day_id: number;
    collector_id: number;
  }>(GONE, [
    day.id,
    JSON.stringify(day.windows),
    day.statement !== 'BANK' || day.own_account,
    day.collector_id,
    day.statement,
  ]);
  if (found.length === 0) return NOTHING;
  // Until this is stored: a day that is closed at this moment has either been closed, or looks for what it has lost.
  const collectors = [...new Set(found.map(({ collector_id: id }) => id))].sort((a, b) => a - b);
  for (const id of collectors) await unlessBusy(() => closedByNobody(tx, id));
  const days = await tx.query<{ id: number }>(
    "SELECT id FROM rekonsiliasi WHERE id = ANY ($1) AND state = 'CLOSED'",
    [[...new Set(found.map(({ day_id: id }) => id))]],
  );
  const closed = new Set(days.map(({ id }) => id));
  const of = (kind: 'payment' | 'movement') =>
    found.filter(({ what, day_id: id }) => what === kind && closed.has(id)).map(({ id }) => id);
  return { payments: of('payment'), movements: of('movement') };
}

/** As the law counts ours. */
export const freedIds = ({ payments, movements }: Freed): ReadonlySet<number> =>
  new Set([...payments, ...movements.map(movementOf)]);
