import {
  settledKey,
  settlementDate,
  type BankEntry,
  type ChannelCall,
  type DayToMatch,
  type OurEntry,
} from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import type { BankCalendar } from '../calendar/settlement-calendars';
import type { LockedDay } from '../days/lock-day';
import type { StoredLine } from '../entities/stored-line.entity';
import { loadMovements, type Movements } from './movements';

type LineRow = RowOf<StoredLine, keyof StoredLine> & { readonly carried: boolean };

interface PaymentRow {
  readonly id: number;
  readonly kind: OurEntry['kind'];
  readonly reversal_of: number | null;
  readonly reversed_by: number | null;
  readonly reference: string | null;
  readonly request_id: string | null;
  readonly customer_number: string | null;
  readonly va_number: string | null;
  readonly channel: string;
  readonly amount: number;
  readonly posted_at: Date;
  readonly twin: boolean;
  /** The item that has it now. */
  readonly item_id: number | null;
  readonly takeable: boolean;
  readonly carried: boolean;
}

/** What the database did not match, for the law. */
export interface Residue {
  readonly input: DayToMatch;
  /** Items of other days that only say that a payment is missing there: who matches it takes it from them. */
  readonly holders: ReadonlyMap<number, number>;
}

const LINES = `
  SELECT l.id, l.booked_on, l.direction, l.amount, l.sen, l.kind, l.reference, l.bank_reference, l.request_id, l.va_number,
    l.customer_number, l.channel, l.fee, l.gross, false AS carried
  FROM berkas_rekonsiliasi_baris l WHERE l.file_id = $1
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.line_id = l.id)
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.reversal_line_id = l.id)
  UNION ALL
  SELECT l.id, l.booked_on, l.direction, l.amount, l.sen, l.kind, l.reference, l.bank_reference, l.request_id, l.va_number,
    l.customer_number, l.channel, l.fee, l.gross, true
  FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
  WHERE d.carried AND r.collector_id = $2 AND r.settlement_date < $3 AND l.booked_on IS NOT NULL
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail x WHERE x.line_id = d.line_id AND NOT x.carried)
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail x WHERE x.line_id = d.line_id AND x.carried AND x.id > d.id)
  ORDER BY 1`;

/** What is asked of a payment, whichever way it was found. */
const SIDE = `p.id, p.kind, p.reversal_of, x.id AS reversed_by, coalesce(p.bank_reference, o.bank_reference) AS reference, p.request_id,
    c.customer_number, v.virtual_account_number AS va_number, p.channel, p.amount, p.posted_at,
    EXISTS (SELECT FROM pembayaran t WHERE t.customer_id = p.customer_id AND t.collector_id = p.collector_id AND t.amount = p.amount
      AND t.kind = 'PAYMENT' AND t.id <> p.id AND t.posted_at BETWEEN p.posted_at - interval '36 hours' AND p.posted_at + interval '36 hours'
      AND NOT EXISTS (SELECT FROM pembayaran y WHERE y.reversal_of = t.id)) AS twin,
    d.id AS item_id,
    (d.id IS NULL OR (d.state = 'OPEN' AND d.line_id IS NULL AND d.approval_id IS NULL AND d.reconciliation_id <> $1)) AS takeable`;
const JOINS = `LEFT JOIN pembayaran o ON o.id = p.reversal_of LEFT JOIN pembayaran x ON x.reversal_of = p.id
    LEFT JOIN pelanggan c ON c.id = p.customer_id
    LEFT JOIN niat_bayar n ON n.payment_id = p.id LEFT JOIN va_transaction v ON v.intent_id = n.id
    LEFT JOIN LATERAL (SELECT i.id, i.state, i.line_id, i.approval_id, i.reconciliation_id FROM rekonsiliasi_detail i
      WHERE i.payment_id = p.id AND NOT i.carried
      UNION ALL SELECT i.id, i.state, i.line_id, i.approval_id, i.reconciliation_id FROM rekonsiliasi_detail i
      WHERE i.reversal_id = p.id AND NOT i.carried
      UNION ALL SELECT i.id, i.state, i.line_id, i.approval_id, i.reconciliation_id FROM rekonsiliasi_detail i
      WHERE i.posted_id = p.id LIMIT 1) d ON true`;

/** First which they are, then what is asked of them: most of a day is settled already. */
const OWN = `
  WITH free AS MATERIALIZED (
    SELECT p.id FROM jsonb_to_recordset($3::jsonb) AS w (channel text, "from" timestamptz, "to" timestamptz)
    JOIN pembayaran p ON p.collector_id = $2 AND p.posted_at >= w."from" AND p.posted_at < w."to" AND p.channel = w.channel
    WHERE p.kind IN ('PAYMENT', 'REVERSAL')
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.payment_id = p.id AND NOT k.carried)
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.payment_id = p.id AND k.carried)
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.reversal_id = p.id AND NOT k.carried)
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.posted_id = p.id)
  )
  SELECT ${SIDE}, false AS carried FROM free f JOIN pembayaran p ON p.id = f.id ${JOINS}`;

const CARRIED = `
  SELECT ${SIDE}, true AS carried
  FROM pembayaran p ${JOINS}
  WHERE d.id IS NULL AND p.collector_id = $2 AND p.id IN (
    SELECT k.payment_id FROM rekonsiliasi_detail k JOIN rekonsiliasi r ON r.id = k.reconciliation_id
    WHERE k.carried AND r.collector_id = $2 AND r.settlement_date < $3)`;

/** Named by a line, whatever their day. */
const NAMED = `
  SELECT ${SIDE}, false AS carried
  FROM pembayaran p ${JOINS}
  WHERE p.collector_id = $2 AND p.kind = 'PAYMENT' AND p.bank_reference = ANY ($3::text[])`;

/** Of the customers lines speak of, a day around. */
const OF_CUSTOMERS = `
  SELECT ${SIDE}, false AS carried
  FROM pembayaran p ${JOINS}
  WHERE p.collector_id = $2 AND p.kind = 'PAYMENT' AND p.posted_at BETWEEN $4 AND $5
    AND p.customer_id IN (SELECT k.id FROM pelanggan k WHERE k.customer_number = ANY ($3::text[]))`;

const CALLS = `
  SELECT t.bank_reference AS reference, t.request_id, t.http_status = 200 AS accepted FROM payment_transaction t
  WHERE t.bank_id = $1 AND t.bank_reference = ANY ($2::text[])
  UNION ALL
  SELECT t.bank_reference, t.request_id, t.http_status = 200 FROM payment_transaction t
  WHERE t.bank_id = $1 AND t.request_id = ANY ($3::text[])`;

const DAYS_AROUND = 4 * 86_400_000;

/** Loads what is left of a day after the exact matches, with whatever its lines could be about. */
export async function loadResidue(tx: Tx, day: LockedDay, calendar: BankCalendar): Promise<Residue> {
  const lines = (await tx.query<LineRow>(LINES, [day.file_id, day.collector_id, day.settlement_date])).map(
    bankEntry,
  );
  const references = present(lines.flatMap((line) => [line.reference, line.bankReference]));
  const requests = present(lines.map((line) => line.requestId));
  const calls = (
    await tx.query<{ reference: string | null; request_id: string; accepted: boolean }>(CALLS, [
      day.collector_id,
      references,
      requests,
    ])
  ).map(({ request_id: requestId, ...call }): ChannelCall => ({ ...call, requestId }));
  const own = await tx.query<PaymentRow & object>(OWN, [
    day.id,
    day.collector_id,
    JSON.stringify(day.windows),
  ]);
  const carried = await tx.query<PaymentRow & object>(CARRIED, [
    day.id,
    day.collector_id,
    day.settlement_date,
  ]);
  const named = await tx.query<PaymentRow & object>(NAMED, [
    day.id,
    day.collector_id,
    present([...references, ...calls.map(({ reference }) => reference)]),
  ]);
  const around = await paidAround(tx, day, lines);
  const movements = await loadMovements(tx, day, calendar, references);
  return assemble(day, calendar, { lines, calls, movements }, [...carried, ...own, ...named, ...around]);
}

async function paidAround(tx: Tx, day: LockedDay, lines: readonly BankEntry[]): Promise<PaymentRow[]> {
  const customers = present(
    lines.flatMap((line) => [line.customerNumber, line.vaNumber?.slice(-12) ?? null]),
  );
  const times = day.windows.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  if (customers.length === 0 || times.length === 0) return [];
  return tx.query<PaymentRow & object>(OF_CUSTOMERS, [
    day.id,
    day.collector_id,
    customers,
    new Date(Math.min(...times) - DAYS_AROUND),
    new Date(Math.max(...times) + DAYS_AROUND),
  ]);
}

function assemble(
  day: LockedDay,
  calendar: BankCalendar,
  beside: {
    readonly lines: readonly BankEntry[];
    readonly calls: readonly ChannelCall[];
    readonly movements: Movements;
  },
  found: readonly PaymentRow[],
): Residue {
  const { lines, calls, movements } = beside;
  const rows = new Map<number, PaymentRow>();
  const settled = new Set<string>(movements.settled);
  const holders = new Map<number, number>(movements.holders);
  for (const row of found) {
    if (rows.has(row.id)) continue;
    const before = settlementDate(row.posted_at.getTime(), row.channel, calendar) < calendar.reconcileFrom;
    // Of the old days, which were agreed on together, or settled by an item that stays.
    if (!row.takeable || (before && row.kind === 'PAYMENT' && !row.carried)) {
      if (row.reference !== null) settled.add(settledKey('reference', row.reference));
      if (row.request_id !== null) settled.add(settledKey('request', row.request_id));
      continue;
    }
    rows.set(row.id, row);
    if (row.item_id !== null) holders.set(row.id, row.item_id);
  }
  const ours = [...rows.values()].flatMap((row): OurEntry[] => {
    if (row.reversal_of !== null && rows.has(row.reversal_of)) return [];
    const reversal = row.reversed_by === null ? undefined : rows.get(row.reversed_by);
    return [
      {
        id: row.id,
        kind: row.kind,
        reference: row.reference,
        requestId: row.request_id,
        customerNumber: row.customer_number,
        vaNumber: row.va_number,
        channel: row.channel,
        amount: row.amount,
        day: settlementDate(row.posted_at.getTime(), row.channel, calendar),
        carried: row.carried,
        reversedBy: reversal?.id ?? null,
        twin: row.twin,
      },
    ];
  });
  const terms = calendar.termsOn(day.settlement_date as Parameters<typeof calendar.termsOn>[0]);
  return {
    input: { day: day.settlement_date, ours: [...movements.ours, ...ours], lines, calls, settled, terms },
    holders,
  };
}

function bankEntry(row: LineRow): BankEntry {
  return {
    id: row.id,
    bookedOn: row.booked_on,
    direction: row.direction,
    amount: row.amount,
    sen: row.sen,
    kind: row.kind,
    reference: row.reference,
    bankReference: row.bank_reference,
    requestId: row.request_id,
    vaNumber: row.va_number,
    customerNumber: row.customer_number,
    channel: row.channel,
    fee: row.fee,
    gross: row.gross,
    carried: row.carried,
  };
}

function present(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
