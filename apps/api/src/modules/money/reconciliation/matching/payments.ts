import { settledKey, settlementDate, type BankEntry, type OurEntry } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { StatementCalendar } from '../calendar/settlement-calendars';
import type { LockedDay } from '../days/lock-day';
import type { OurSide } from './our-side';

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

/** Payments `p` of the windows `$3` of a day of the collector `$2` that no item has, nor has been left to another day. */
export const WITHOUT_ITEM = `FROM jsonb_to_recordset($3::jsonb) AS w (channel text, "from" timestamptz, "to" timestamptz)
    JOIN pembayaran p ON p.collector_id = $2 AND p.posted_at >= w."from" AND p.posted_at < w."to" AND p.channel = w.channel
    WHERE p.kind IN ('PAYMENT', 'REVERSAL')
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.payment_id = p.id AND NOT k.carried)
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.payment_id = p.id AND k.carried)
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.reversal_id = p.id AND NOT k.carried)
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k WHERE k.posted_id = p.id)`;

/** First which they are, then what is asked of them: most of a day is settled already. */
const OWN = `
  WITH free AS MATERIALIZED (SELECT p.id ${WITHOUT_ITEM})
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

/** Set free by the run, of days that are closed. */
const FREED = `
  SELECT ${SIDE}, false AS carried
  FROM pembayaran p ${JOINS}
  WHERE d.id IS NULL AND p.collector_id = $2 AND p.id = ANY ($3::bigint[])`;

/** Of the customers lines speak of, a day around. */
const OF_CUSTOMERS = `
  SELECT ${SIDE}, false AS carried
  FROM pembayaran p ${JOINS}
  WHERE p.collector_id = $2 AND p.kind = 'PAYMENT' AND p.posted_at BETWEEN $4 AND $5
    AND p.customer_id IN (SELECT k.id FROM pelanggan k WHERE k.customer_number = ANY ($3::text[]))`;

const DAYS_AROUND = 4 * 86_400_000;

/** A bank's payments: the day's own, those carried to it or left to it, and of any day those its lines name or could mean. */
export async function loadPayments(
  tx: Tx,
  day: LockedDay,
  calendar: StatementCalendar,
  asked: {
    readonly lines: readonly BankEntry[];
    readonly references: readonly string[];
    readonly freed: readonly number[];
  },
): Promise<OurSide> {
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
  const named = await tx.query<PaymentRow & object>(NAMED, [day.id, day.collector_id, asked.references]);
  const left =
    asked.freed.length === 0
      ? []
      : await tx.query<PaymentRow & object>(FREED, [day.id, day.collector_id, asked.freed]);
  const around = await paidAround(tx, day, asked.lines);
  return assemble(calendar, [...carried, ...own, ...named, ...left, ...around]);
}

async function paidAround(tx: Tx, day: LockedDay, lines: readonly BankEntry[]): Promise<PaymentRow[]> {
  const customers = [
    ...new Set(lines.flatMap((line) => [line.customerNumber ?? [], line.vaNumber?.slice(-12) ?? []].flat())),
  ];
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

function assemble(calendar: StatementCalendar, found: readonly PaymentRow[]): OurSide {
  const rows = new Map<number, PaymentRow>();
  const settled: string[] = [];
  const holders: (readonly [number, number])[] = [];
  for (const row of found) {
    if (rows.has(row.id)) continue;
    const before = settlementDate(row.posted_at.getTime(), row.channel, calendar) < calendar.reconcileFrom;
    // Of the old days, which were agreed on together, or settled by an item that stays.
    if (!row.takeable || (before && row.kind === 'PAYMENT' && !row.carried)) {
      if (row.reference !== null) settled.push(settledKey('reference', row.reference));
      if (row.request_id !== null) settled.push(settledKey('request', row.request_id));
      continue;
    }
    rows.set(row.id, row);
    if (row.item_id !== null) holders.push([row.id, row.item_id]);
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
  return { ours, takenBack: [], settled, holders };
}
