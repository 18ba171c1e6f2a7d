import { MOVEMENT_EVENTS, movementOf, settlementDate, settledKey, type OurEntry } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { BankCalendar } from '../calendar/settlement-calendars';
import type { LockedDay } from '../days/lock-day';

/** A movement has no channel; the bank counts it into the day like what is paid at its counter. */
const LIKE = 'TELLER';
/** A slip's number comes again one day: only what moved around the day is meant by it. */
const AROUND = 31 * 86_400_000;

interface MovementRow {
  readonly journal_id: number;
  readonly posted_at: Date;
  /** Above zero: into our account. */
  readonly amount: number;
  readonly reference: string | null;
  readonly item_id: number | null;
  readonly takeable: boolean;
  readonly carried: boolean;
}

/** As SQL writes them. */
export const MOVEMENT_EVENT_LIST = MOVEMENT_EVENTS.map((event) => `'${event}'`).join(', ');

/** What the statement of the bank calls a journal of our account. `j` is the journal. */
export const MOVEMENT_REFERENCE = `coalesce(
    (SELECT m.bank_reference FROM mutasi_loket m WHERE j.entity_type = 'mutasi_loket' AND m.id = j.entity_id),
    (SELECT m.bank_reference FROM mutasi_pemasok m WHERE m.journal_id = j.id),
    (SELECT m.bank_reference FROM setoran_mitra m WHERE m.journal_id = j.id))`;

/** Whose it is: the drawer, the partner, the bank it went back through, the supplier. `j` is the journal. */
export const MOVEMENT_NAME = `coalesce(
    (SELECT min(x.name) FROM jurnal_baris l JOIN penerima x ON x.id = l.collector_id WHERE l.journal_id = j.id AND l.account = '1110'),
    (SELECT y.name FROM penyedia y WHERE j.entity_type = 'penyedia' AND y.id = j.entity_id))`;

const SIDE = `j.id AS journal_id, j.posted_at, ${MOVEMENT_REFERENCE} AS reference,
    (SELECT sum(l.debit - l.credit)::bigint FROM jurnal_baris l WHERE l.journal_id = j.id AND l.account = '1110') AS amount,
    d.id AS item_id,
    (d.id IS NULL OR (d.state = 'OPEN' AND d.line_id IS NULL AND d.approval_id IS NULL AND d.reconciliation_id <> $1)) AS takeable`;
const ITEM = 'LEFT JOIN rekonsiliasi_detail d ON d.movement_id = j.id AND NOT d.carried';

/** It was not taken back as booked by mistake: of that and of its mirror the bank knows nothing. `j` is the journal. */
export const MOVEMENT_STANDS = `NOT EXISTS (SELECT FROM mutasi_loket m JOIN mutasi_loket v ON v.reverses_id = m.id
      WHERE j.entity_type = 'mutasi_loket' AND m.id = j.entity_id)
    AND NOT EXISTS (SELECT FROM setoran_mitra v WHERE v.reverses_id = j.id)`;

/** Whatever moved the account beside the reconciliation itself, and stands. */
const OURS = `j.id IN (SELECT l.journal_id FROM jurnal_baris l WHERE l.account = '1110') AND j.event IN (${MOVEMENT_EVENT_LIST})
    AND ${MOVEMENT_STANDS}`;

const OWN = `
  SELECT ${SIDE}, false AS carried FROM jurnal j ${ITEM}
  WHERE ${OURS} AND EXISTS (SELECT FROM jsonb_to_recordset($2::jsonb) AS w (channel text, "from" timestamptz, "to" timestamptz)
      WHERE w.channel = '${LIKE}' AND j.posted_at >= w."from" AND j.posted_at < w."to")
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.movement_id = j.id AND NOT k.carried)
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.movement_id = j.id AND k.carried)`;

const CARRIED = `
  SELECT ${SIDE}, true AS carried FROM jurnal j ${ITEM}
  WHERE d.id IS NULL AND j.id IN (
    SELECT k.movement_id FROM rekonsiliasi_detail k JOIN rekonsiliasi r ON r.id = k.reconciliation_id
    WHERE k.carried AND k.movement_id IS NOT NULL AND r.collector_id = $2 AND r.settlement_date < $3)`;

/** Named by a line, whatever bank's file it stands in: money may have been brought to another bank than ours. */
const NAMED = `
  SELECT ${SIDE}, false AS carried FROM jurnal j ${ITEM}
  WHERE ${OURS} AND j.posted_at BETWEEN $3 AND $4 AND j.id IN (
    SELECT x.id FROM mutasi_loket m JOIN jurnal x ON x.entity_type = 'mutasi_loket' AND x.entity_id = m.id
    WHERE m.bank_reference = ANY ($2::text[])
    UNION ALL SELECT m.journal_id FROM mutasi_pemasok m WHERE m.bank_reference = ANY ($2::text[])
    UNION ALL SELECT m.journal_id FROM setoran_mitra m WHERE m.bank_reference = ANY ($2::text[]))`;

/** What the law is told of the movements of our account. */
export interface Movements {
  readonly ours: readonly OurEntry[];
  /** References of what another item has already. */
  readonly settled: readonly string[];
  /** Items of other days that only say that it is missing there, by `OurEntry.id`. */
  readonly holders: readonly (readonly [ours: number, item: number])[];
}

/** The day's own, where its bank keeps our account; and of any day those its lines name. */
export async function loadMovements(
  tx: Tx,
  day: LockedDay,
  calendar: BankCalendar,
  references: readonly string[],
): Promise<Movements> {
  const carried = await tx.query<MovementRow & object>(CARRIED, [
    day.id,
    day.collector_id,
    day.settlement_date,
  ]);
  const own = day.own_account
    ? await tx.query<MovementRow & object>(OWN, [day.id, JSON.stringify(day.windows)])
    : [];
  const times = day.windows.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const named =
    references.length === 0 || times.length === 0
      ? []
      : await tx.query<MovementRow & object>(NAMED, [
          day.id,
          references,
          new Date(Math.min(...times) - AROUND),
          new Date(Math.max(...times) + AROUND),
        ]);
  const rows = new Map<number, MovementRow>();
  for (const row of [...carried, ...own, ...named])
    if (!rows.has(row.journal_id) && row.amount !== 0) rows.set(row.journal_id, row);
  const free = [...rows.values()].filter(({ takeable }) => takeable);
  return {
    ours: free.map((row) => entryOf(row, calendar)),
    settled: [...rows.values()].flatMap(({ takeable, reference }) =>
      takeable || reference === null ? [] : [settledKey('reference', reference)],
    ),
    holders: free.flatMap(({ journal_id: id, item_id: item }) =>
      item === null ? [] : [[movementOf(id), item] as const],
    ),
  };
}

function entryOf(row: MovementRow, calendar: BankCalendar): OurEntry {
  return {
    id: movementOf(row.journal_id),
    kind: row.amount > 0 ? 'PAYMENT' : 'REVERSAL',
    reference: row.reference,
    requestId: null,
    customerNumber: null,
    vaNumber: null,
    channel: '',
    amount: Math.abs(row.amount),
    day: settlementDate(row.posted_at.getTime(), LIKE, calendar),
    carried: row.carried,
    reversedBy: null,
    twin: false,
  };
}
