import {
  movementOf,
  settlementDate,
  settledKey,
  withoutGivenBack,
  type AccountMovement,
} from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { MOVEMENTS_LIKE, type StatementCalendar } from '../calendar/settlement-calendars';
import type { LockedDay } from '../days/lock-day';
import { MOVEMENT_SOURCES } from './movement-sources';
import type { OurSide } from './our-side';

/** A slip's number comes again one day: only what moved around the day is meant by it. */
const AROUND = 31 * 86_400_000;

interface MovementRow {
  readonly journal_id: number;
  readonly posted_at: Date;
  readonly amount: number;
  readonly reference: string | null;
  readonly customer_number: string | null;
  readonly subject: string | null;
  readonly takes_back: number | null;
  readonly item_id: number | null;
  readonly takeable: boolean;
  readonly carried: boolean;
}

const COLUMNS = `m.journal_id, m.posted_at, m.amount, m.reference, m.customer_number, m.subject, m.takes_back, d.id AS item_id,
    (d.id IS NULL OR (d.state = 'OPEN' AND d.line_id IS NULL AND d.approval_id IS NULL AND d.reconciliation_id <> $1)) AS takeable`;

/** The item of this kind of statement that has it. */
const itemOf = (kind: string) => `LEFT JOIN LATERAL (
    SELECT i.id, i.state, i.line_id, i.approval_id, i.reconciliation_id FROM rekonsiliasi_detail i
    WHERE i.movement_id = m.journal_id AND i.statement = '${kind}' AND NOT i.carried
    UNION ALL SELECT i.id, i.state, i.line_id, i.approval_id, i.reconciliation_id FROM rekonsiliasi_detail i
    WHERE i.reversal_movement_id = m.journal_id AND i.statement = '${kind}' AND NOT i.carried LIMIT 1) d ON true`;

/** The day's own, where its statement is of them; what was carried to it; of any day those its lines name; and those set free whose day is closed. */
export async function loadMovements(
  tx: Tx,
  day: LockedDay,
  calendar: StatementCalendar,
  { references, freed }: { readonly references: readonly string[]; readonly freed: readonly number[] },
): Promise<OurSide> {
  const kind = day.statement;
  const { relation } = MOVEMENT_SOURCES[kind];
  const item = itemOf(kind);
  const carried = await tx.query<MovementRow & object>(
    `SELECT ${COLUMNS}, true AS carried FROM ${relation} m ${item}
     WHERE d.id IS NULL AND m.journal_id IN (
       SELECT k.movement_id FROM rekonsiliasi_detail k JOIN rekonsiliasi r ON r.id = k.reconciliation_id
       WHERE k.carried AND k.movement_id IS NOT NULL AND k.statement = '${kind}' AND r.collector_id = $2 AND r.settlement_date < $3)`,
    [day.id, day.collector_id, day.settlement_date],
  );
  const own = await movementsWithoutItem(tx, day);
  const named = await namedMovements(tx, day, references);
  const left =
    freed.length === 0
      ? []
      : await tx.query<MovementRow & object>(
          `SELECT ${COLUMNS}, false AS carried FROM ${relation} m ${item}
           WHERE $2::bigint IS NOT NULL AND d.id IS NULL AND m.journal_id = ANY ($3::bigint[])`,
          [day.id, day.collector_id, freed],
        );
  return assemble([...carried, ...own, ...named, ...left], calendar, day.settlement_date);
}

/** The day's own, where its statement is of them, that no item has, nor have been left to another day. */
export async function movementsWithoutItem(tx: Tx, day: LockedDay): Promise<MovementRow[]> {
  const kind = day.statement;
  const { times, first, last } = spanOf(day);
  if (times.length === 0 || (kind === 'BANK' && !day.own_account)) return [];
  return tx.query<MovementRow & object>(
    `SELECT ${COLUMNS}, false AS carried FROM ${MOVEMENT_SOURCES[kind].relation} m ${itemOf(kind)}
     WHERE d.id IS NULL AND m.amount <> 0 AND m.posted_at >= $4 AND m.posted_at < $5
       AND m.business_date BETWEEN ($4::timestamptz - interval '2 days')::date AND ($5::timestamptz + interval '2 days')::date
       AND EXISTS (SELECT FROM jsonb_to_recordset($3::jsonb) AS w (channel text, "from" timestamptz, "to" timestamptz)
         WHERE w.channel = '${MOVEMENTS_LIKE}' AND m.posted_at >= w."from" AND m.posted_at < w."to")
       AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.movement_id = m.journal_id AND k.statement = '${kind}' AND k.carried)`,
    [day.id, day.collector_id, JSON.stringify(day.windows), first, last],
  );
}

/** Those of any day around that references of lines name. */
export async function namedMovements(
  tx: Tx,
  day: LockedDay,
  references: readonly string[],
): Promise<MovementRow[]> {
  const kind = day.statement;
  const { relation, named } = MOVEMENT_SOURCES[kind];
  const { times, first, last } = spanOf(day);
  if (references.length === 0 || times.length === 0) return [];
  return tx.query<MovementRow & object>(
    `SELECT ${COLUMNS}, false AS carried FROM ${relation} m ${itemOf(kind)}
     WHERE m.posted_at BETWEEN $4 AND $5 AND ${named}`,
    [
      day.id,
      day.collector_id,
      references,
      new Date(first.getTime() - AROUND),
      new Date(last.getTime() + AROUND),
    ],
  );
}

/** From the beginning of the first window of a day to the end of its last. */
function spanOf({ windows }: LockedDay) {
  const times = windows.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  return { times, first: new Date(Math.min(...times)), last: new Date(Math.max(...times)) };
}

function assemble(found: readonly MovementRow[], calendar: StatementCalendar, day: string): OurSide {
  const rows = new Map<number, MovementRow>();
  for (const row of found) if (!rows.has(row.journal_id) && row.amount !== 0) rows.set(row.journal_id, row);
  const free = [...rows.values()].filter(({ takeable }) => takeable);
  return {
    ours: withoutGivenBack(
      free.map((row) => movementFrom(row, calendar)),
      day,
    ),
    takenBack: free.flatMap(({ journal_id: id, takes_back: paid }) =>
      paid === null ? [] : [[movementOf(paid), movementOf(id)] as const],
    ),
    settled: [...rows.values()].flatMap(({ takeable, reference }) =>
      takeable || reference === null ? [] : [settledKey('reference', reference)],
    ),
    holders: free.flatMap(({ journal_id: id, item_id: item }) =>
      item === null ? [] : [[movementOf(id), item] as const],
    ),
  };
}

function movementFrom(row: MovementRow, calendar: StatementCalendar): AccountMovement {
  return {
    subject: row.subject,
    entry: {
      id: movementOf(row.journal_id),
      kind: row.amount > 0 ? 'PAYMENT' : 'REVERSAL',
      reference: row.reference,
      requestId: null,
      customerNumber: row.customer_number,
      vaNumber: null,
      channel: '',
      amount: Math.abs(row.amount),
      day: settlementDate(row.posted_at.getTime(), MOVEMENTS_LIKE, calendar),
      carried: row.carried,
      reversedBy: null,
      twin: false,
    },
  };
}
