import { addDays, businessDate, daysBetween, settlesOn, type BusinessDate } from '@tirtapay/domain';
import type { LeftToSettleDto } from '../dto/agreement.dto';
import type { StoredWindow } from '../entities/reconciliation.entity';
import { LEFT_BEHIND } from './days-of-ours';
import type { Reader, StatementCalendar } from './settlement-calendars';

const CLOSED = `SELECT r.settlement_date AS date FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.state = 'CLOSED'`;

/** What days that are not closed hold of a bank, what a supplier holds or is owed, what a partner has paid in. */
const HELD = {
  BANK: `SELECT coalesce(sum(CASE p.kind WHEN 'REVERSAL' THEN -p.amount ELSE p.amount END), 0)::bigint AS amount
    FROM jsonb_to_recordset($2::jsonb) AS w (channel text, "from" timestamptz, "to" timestamptz)
    JOIN pembayaran p ON p.collector_id = $1 AND p.channel = w.channel AND p.posted_at >= w."from" AND p.posted_at < w."to"
    WHERE p.kind IN ('PAYMENT', 'REVERSAL')`,
  SUPPLIER: `SELECT coalesce(sum(m.amount), 0)::bigint AS amount FROM penyedia y JOIN mutasi_pemasok m ON m.supplier_id = y.id
    WHERE y.collector_id = $1 AND $2::jsonb IS NOT NULL`,
  PARTNER: `SELECT coalesce(sum(l.debit - l.credit), 0)::bigint AS amount FROM jurnal_baris l
    WHERE l.account = '2140' AND l.collector_id = $1 AND $2::jsonb IS NOT NULL`,
} as const;

const CLAIMS = `SELECT (coalesce((SELECT sum(d.claimed) FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
      WHERE d.claimed <> 0 AND r.collector_id = $1), 0)
    + coalesce((SELECT sum(a.due - a.agreed) FROM rekonsiliasi_awal a WHERE a.collector_id = $1), 0)
    - coalesce((SELECT sum(r.claim_settled) FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.state = 'CLOSED'), 0))::bigint AS amount`;

const CARRIED = `SELECT count(*)::int AS count FROM rekonsiliasi r JOIN rekonsiliasi_detail d ON d.reconciliation_id = r.id
  WHERE r.collector_id = $1 AND ${LEFT_BEHIND}`;

/**
 * What is not over of somebody's days up to and with one: whoever asks for the end, and whoever decides, sees it. Nothing of it
 * is given up by an end.
 */
export async function leftToSettle(
  reader: Reader,
  calendar: StatementCalendar,
  windowsOf: (date: BusinessDate) => readonly StoredWindow[],
  through: BusinessDate,
): Promise<LeftToSettleDto> {
  const { collectorId, kind } = calendar;
  const closed = new Set(
    (await reader.query<{ date: string }>(CLOSED, [collectorId])).map(({ date }) => date),
  );
  const open = daysOf(calendar, through).filter((date) => !closed.has(date));
  const windows = kind === 'BANK' ? open.flatMap((date) => windowsOf(date)) : [];
  const [held] = await reader.query<{ amount: number }>(HELD[kind], [collectorId, JSON.stringify(windows)]);
  const [claims] = await reader.query<{ amount: number }>(CLAIMS, [collectorId]);
  const [carried] = await reader.query<{ count: number }>(CARRIED, [collectorId]);
  return {
    through,
    open_days: open.length,
    first_open_day: open[0] ?? null,
    carried_items: carried?.count ?? 0,
    held: held?.amount ?? 0,
    claims: claims?.amount ?? 0,
  };
}

function daysOf(calendar: StatementCalendar, through: BusinessDate): BusinessDate[] {
  const from = businessDate(calendar.reconcileFrom);
  if (through < from) return [];
  return Array.from({ length: daysBetween(from, through) + 1 }, (_, index) => addDays(from, index)).filter(
    (date) => settlesOn(date, calendar),
  );
}
