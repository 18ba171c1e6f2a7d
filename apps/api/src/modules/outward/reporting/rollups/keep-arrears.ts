import type { BusinessDate } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';

/** Where the arrears of customers stand: their news, and the day on which they are late. */
export interface ArrearsMark {
  readonly arrears_journal_id: number;
  readonly arrears_accrual_id: number;
  readonly arrears_day: BusinessDate | typeof NOTHING_KEPT;
  /** The day that is being gone over to, and the customer up to whom it is reached; null between days. */
  readonly arrears_next: BusinessDate | null;
  readonly arrears_customer: number | null;
}

/** What the database says of a day before all days. */
const NOTHING_KEPT = '-infinity';

/**
 * Whether nobody's arrears were kept yet. Then all bills are gone through, and the news up to now is in them; once that has
 * begun, news is news, also of those who were gone through already.
 */
export const beginsAnew = ({ arrears_day: day, arrears_next: next }: ArrearsMark): boolean =>
  day === NOTHING_KEPT && next === null;

/** Customers gone over to another day at once: a second of work. */
const CUSTOMERS = 10_000;

/**
 * Keeps what each of some customers owes past its due day.
 * @param changed a statement that gives their ids, each once
 * @param day the parameter with the day
 */
const keep = (changed: string, day: string): string => `
  WITH changed AS MATERIALIZED (${changed}), late AS MATERIALIZED (
    SELECT a.* FROM tunggakan_dari(ARRAY(SELECT c.customer_id FROM changed c), ${day}::date) a
  ), gone AS (
    DELETE FROM rekap_tunggakan k USING changed c WHERE k.customer_id = c.customer_id
      AND NOT EXISTS (SELECT FROM late l WHERE l.customer_id = c.customer_id)
  )
  INSERT INTO rekap_tunggakan AS k (customer_id, region_id, sheets, oldest, principal, penalty) SELECT * FROM late
  ON CONFLICT (customer_id) DO UPDATE SET region_id = excluded.region_id, sheets = excluded.sheets, oldest = excluded.oldest, principal = excluded.principal,
    penalty = excluded.penalty
  WHERE (k.region_id, k.sheets, k.oldest, k.principal, k.penalty) IS DISTINCT FROM (excluded.region_id, excluded.sheets, excluded.oldest, excluded.principal, excluded.penalty)`;

const KEEP_BOOKED = keep('SELECT customer_id FROM tunggakan_antara($2, $3, $4, $5) AS t (customer_id)', '$1');

/** Of changes without a journal: only the rows that are seen are taken away, others are not over yet. */
const TAKE_SILENT = `DELETE FROM rekap_tunggakan_ulang u WHERE u.id IN (SELECT id FROM rekap_tunggakan_ulang ORDER BY id LIMIT ${String(CUSTOMERS)})
  RETURNING u.customer_id`;
const KEEP_SILENT = keep('SELECT DISTINCT customer_id FROM unnest($2::bigint[]) AS customer_id', '$1');

/** Those of whom a bill becomes late between two days, in the order of the index of open bills. */
const BECOMES_LATE = `SELECT DISTINCT b.customer_id FROM tagihan b WHERE b.state = 'ISSUED' AND b.due_date >= least($1::date, $2::date)
  AND b.due_date < greatest($1::date, $2::date) AND b.customer_id > $3`;
const LAST_OF_THEM = `SELECT max(customer_id) AS last, count(*)::int AS customers
  FROM (${BECOMES_LATE} ORDER BY 1 LIMIT ${String(CUSTOMERS)}) t`;
const KEEP_LATE = keep(`${BECOMES_LATE} AND b.customer_id <= $4`, '$2');

/**
 * One step: the news between two marks, what changed without a journal, and some of those who owe another sum because it is
 * another day. What is kept is asked of the bills each time, so a step that is repeated changes nothing.
 * @returns whether something is left to do
 */
export async function keepArrears(
  tx: Tx,
  mark: ArrearsMark,
  next: Pick<ArrearsMark, 'arrears_journal_id' | 'arrears_accrual_id'>,
  today: BusinessDate,
): Promise<boolean> {
  const goesTo = mark.arrears_next ?? (mark.arrears_day === today ? null : today);
  const day = goesTo ?? mark.arrears_day;
  if (!beginsAnew(mark))
    await tx.query(KEEP_BOOKED, [
      day,
      mark.arrears_journal_id,
      next.arrears_journal_id,
      mark.arrears_accrual_id,
      next.arrears_accrual_id,
    ]);
  const silent = await tx.query<{ customer_id: number }>(TAKE_SILENT);
  if (silent.length > 0) await tx.query(KEEP_SILENT, [day, silent.map(({ customer_id: id }) => id)]);
  if (goesTo === null) return silent.length === CUSTOMERS;
  await goOver(tx, mark, goesTo);
  return true;
}

async function goOver(tx: Tx, mark: ArrearsMark, day: BusinessDate): Promise<void> {
  const from = mark.arrears_next === null ? 0 : (mark.arrears_customer ?? 0);
  const range = [mark.arrears_day, day, from];
  const { last, customers } = await tx.one<{ last: number | null; customers: number }>(LAST_OF_THEM, range);
  if (last !== null) await tx.query(KEEP_LATE, [...range, last]);
  if (customers < CUSTOMERS)
    await tx.query('UPDATE rekap_batas SET arrears_day = $1, arrears_next = NULL, arrears_customer = NULL', [
      day,
    ]);
  else await tx.query('UPDATE rekap_batas SET arrears_next = $1, arrears_customer = $2', [day, last]);
}
