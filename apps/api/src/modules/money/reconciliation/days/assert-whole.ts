import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { movementsWithoutItem } from '../matching/movements';
import { WITHOUT_ITEM } from '../matching/payments';
import type { LockedDay } from './lock-day';

/** What came by the file in force, and by what was carried from the files of other days; beside it what the items say came. */
const BOTH_SUMS = `
  SELECT (SELECT coalesce(sum(d.bank_amount), 0)::bigint FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id) AS items,
    (SELECT coalesce(sum(CASE l.direction WHEN 'CREDIT' THEN l.amount ELSE -l.amount END), 0)::bigint FROM (
      SELECT l.amount, l.direction FROM berkas_rekonsiliasi_baris l WHERE l.file_id = r.file_id AND l.booked_on IS NOT NULL
      UNION ALL
      SELECT l.amount, l.direction FROM rekonsiliasi_detail d JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
      JOIN berkas_rekonsiliasi f ON f.id = l.file_id
      WHERE d.reconciliation_id = r.id AND f.settlement_date <> r.settlement_date
      UNION ALL
      SELECT l.amount, l.direction FROM rekonsiliasi_detail d JOIN berkas_rekonsiliasi_baris l ON l.id = d.reversal_line_id
      JOIN berkas_rekonsiliasi f ON f.id = l.file_id
      WHERE d.reconciliation_id = r.id AND f.settlement_date <> r.settlement_date) l) AS file
  FROM rekonsiliasi r WHERE r.id = $1`;

/** Payments of the day that no item has; and those that two have, which no index of one column sees. */
const ASTRAY = `
  SELECT (SELECT count(*)::int ${WITHOUT_ITEM}) AS missing,
    (SELECT count(*)::int FROM (
        SELECT d.reversal_id AS payment_id FROM rekonsiliasi_detail d
        WHERE d.reconciliation_id = $1 AND NOT d.carried AND d.reversal_id IS NOT NULL
        UNION ALL SELECT d.posted_id FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND d.posted_id IS NOT NULL) d
      JOIN rekonsiliasi_detail o ON o.payment_id = d.payment_id AND NOT o.carried) AS doubled`;

/**
 * The last look before a day is booked: each line of its file, each of its payments and each movement of its statement is in its
 * items, no more and no less. What laws I26, I27, I92 and I99 would find afterwards is refused here.
 * @throws Problem reconciliation.not_whole
 */
export async function assertWhole(tx: Tx, day: LockedDay): Promise<void> {
  const { items, file } = await tx.one<{ items: number; file: number }>(BOTH_SUMS, [day.id]);
  const moved = await movementsWithoutItem(tx, day);
  // A supplier's or partner's day is of movements, and no payment is in its items.
  const { missing, doubled } =
    day.statement === 'BANK'
      ? await tx.one<{ missing: number; doubled: number }>(ASTRAY, [
          day.id,
          day.collector_id,
          JSON.stringify(day.windows),
        ])
      : { missing: 0, doubled: 0 };
  if (items === file && missing === 0 && doubled === 0 && moved.length === 0) return;
  throw new Problem('reconciliation.not_whole', {
    members: {
      items_amount: items,
      file_amount: file,
      payments_without_item: missing,
      payments_in_two_items: doubled,
      movements_without_item: moved.length,
    },
  });
}
