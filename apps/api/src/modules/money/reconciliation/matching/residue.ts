import type { BankEntry, ChannelCall, DayToMatch } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import type { StatementCalendar } from '../calendar/settlement-calendars';
import type { LockedDay } from '../days/lock-day';
import type { StoredLine } from '../entities/stored-line.entity';
import { freedIds, type Freed } from './free-items';
import { loadMovements } from './movements';
import type { OurSide } from './our-side';
import { loadPayments } from './payments';

type LineRow = RowOf<StoredLine, keyof StoredLine> & { readonly carried: boolean };

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
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail x WHERE x.reversal_line_id = d.line_id AND NOT x.carried)
    AND NOT EXISTS (SELECT FROM rekonsiliasi_detail x WHERE x.line_id = d.line_id AND x.carried AND x.id > d.id)
  ORDER BY 1`;

/** What the owner of the statement asked us: a bank by its calls, a partner by its own. */
const CALLS = `
  SELECT t.bank_reference AS reference, t.request_id, t.http_status = 200 AS accepted FROM payment_transaction t
  WHERE t.bank_id = $1 AND t.bank_reference = ANY ($2::text[])
  UNION ALL
  SELECT t.bank_reference, t.request_id, t.http_status = 200 FROM payment_transaction t
  WHERE t.bank_id = $1 AND t.request_id = ANY ($3::text[])`;

/** What we ordered of the supplier, and whether we hold it for done or under way, or for failed. */
const ORDERS = `
  SELECT t.supplier_ref AS reference, NULL::text AS request_id, t.status NOT IN ('FAILED', 'REFUNDED') AS accepted
  FROM penyedia y JOIN transactions t ON t.supplier_id = y.id
  WHERE y.collector_id = $1 AND (t.supplier_ref = ANY ($2::text[]) OR t.supplier_ref = ANY ($3::text[]))`;

/** Loads what is left of a day after the exact matches, with whatever its lines could be about. */
export async function loadResidue(
  tx: Tx,
  day: LockedDay,
  calendar: StatementCalendar,
  freed: Freed,
): Promise<Residue> {
  const lines = (await tx.query<LineRow>(LINES, [day.file_id, day.collector_id, day.settlement_date])).map(
    bankEntry,
  );
  const references = present(lines.flatMap((line) => [line.reference, line.bankReference]));
  const calls = (
    await tx.query<{ reference: string | null; request_id: string | null; accepted: boolean }>(
      day.statement === 'SUPPLIER' ? ORDERS : CALLS,
      [day.collector_id, references, present(lines.map((line) => line.requestId))],
    )
  ).map(({ request_id: requestId, ...call }): ChannelCall => ({ ...call, requestId }));
  const sides: OurSide[] = [await loadMovements(tx, day, calendar, { references, freed: freed.movements })];
  // A partner's payments are on the account of its deposit like its sales: they are movements of it.
  if (day.statement === 'BANK')
    sides.push(
      await loadPayments(tx, day, calendar, {
        lines,
        references: present([...references, ...calls.map(({ reference }) => reference)]),
        freed: freed.payments,
      }),
    );
  return {
    input: {
      day: day.settlement_date,
      ours: sides.flatMap(({ ours }) => ours),
      lines,
      calls,
      freed: freedIds(freed),
      settled: new Set(sides.flatMap(({ settled }) => settled)),
      takenBack: new Map(sides.flatMap(({ takenBack }) => takenBack)),
      terms: calendar.termsOn(day.settlement_date as Parameters<typeof calendar.termsOn>[0]),
    },
    holders: new Map(sides.flatMap(({ holders }) => holders)),
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
