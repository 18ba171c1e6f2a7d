import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { KEPT } from '../matching/kept-items';

/** The same movement in another file of the day: everything the bank says of it, and which of several alike. */
const ALIKE = `l.direction, l.amount, l.sen, l.kind, l.booked_on, l.reference, l.bank_reference, l.request_id, l.va_number, l.customer_number`;

interface MovedLine {
  readonly was: number;
  readonly now: number;
}

/**
 * A corrected file supersedes the one on which people have decided: what they decided is about the same lines of the new
 * one, and so is what waits for a second person. A line that is not in it any more cannot be decided away by a file; what
 * only waited is found anew by the run that follows. A line that was left to a later day is the same line there.
 * @throws Problem reconciliation.decided_line_gone, reconciliation.closed of the later day
 */
export async function keepAdjusted(tx: Tx, dayId: number, fileId: number): Promise<void> {
  // Every line of the new file would be looked at for nothing.
  const [any] = await tx.query(
    "SELECT 1 FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND (d.state = 'ADJUSTED' OR d.approval_id IS NOT NULL) LIMIT 1",
    [dayId],
  );
  if (any === undefined) return;
  for (const column of ['line_id', 'reversal_line_id'] as const) {
    const moved = await tx.query<MovedLine & object>(
      // All items of a batch are about one line: its place is theirs.
      `WITH ${KEPT}, decided AS (
         SELECT d.id, dense_rank() OVER (PARTITION BY ${ALIKE} ORDER BY l.id) AS place, l.id AS was, ${ALIKE}
         FROM kept k JOIN rekonsiliasi_detail d ON d.id = k.id JOIN berkas_rekonsiliasi_baris l ON l.id = d.${column}
         WHERE l.file_id <> $2
       ), fresh AS (
         SELECT l.id AS line_id, row_number() OVER (PARTITION BY ${ALIKE} ORDER BY l.id) AS place, ${ALIKE}
         FROM berkas_rekonsiliasi_baris l WHERE l.file_id = $2
       )
       UPDATE rekonsiliasi_detail d SET ${column} = fresh.line_id FROM decided JOIN fresh
         ON (fresh.direction, fresh.amount, fresh.sen, fresh.kind, fresh.place) = (decided.direction, decided.amount, decided.sen, decided.kind, decided.place)
         AND (fresh.booked_on, fresh.reference, fresh.bank_reference, fresh.request_id, fresh.va_number, fresh.customer_number)
           IS NOT DISTINCT FROM (decided.booked_on, decided.reference, decided.bank_reference, decided.request_id, decided.va_number, decided.customer_number)
       WHERE d.id = decided.id RETURNING decided.was, fresh.line_id AS now`,
      [dayId, fileId],
    );
    if (moved.length > 0) await followOnLaterDays(tx, dayId, moved);
  }
  const [gone] = await tx.query<{ line: number; id: number }>(
    `SELECT l.line, d.id FROM rekonsiliasi_detail d JOIN berkas_rekonsiliasi_baris l ON l.id IN (d.line_id, d.reversal_line_id)
     JOIN berkas_rekonsiliasi f ON f.id = l.file_id JOIN rekonsiliasi r ON r.id = d.reconciliation_id AND r.settlement_date = f.settlement_date
     WHERE d.reconciliation_id = $1 AND l.file_id <> $2 AND d.state = 'ADJUSTED' LIMIT 1`,
    [dayId, fileId],
  );
  if (gone !== undefined) throw new Problem('reconciliation.decided_line_gone', { members: gone });
}

/** Else the run of a later day would find the line a second time, under the number it has in the new file. */
async function followOnLaterDays(tx: Tx, dayId: number, moved: readonly MovedLine[]): Promise<void> {
  const lines = [dayId, moved.map(({ was }) => was), moved.map(({ now }) => now)];
  const [closed] = await tx.query<{ settlement_date: string }>(
    `SELECT r.settlement_date FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id AND r.state = 'CLOSED'
     WHERE d.reconciliation_id <> $1 AND (d.line_id = ANY ($2::bigint[]) OR d.reversal_line_id = ANY ($2::bigint[]))
     ORDER BY r.settlement_date LIMIT 1`,
    lines.slice(0, 2),
  );
  if (closed !== undefined) throw new Problem('reconciliation.closed', { members: closed });
  for (const column of ['line_id', 'reversal_line_id'] as const)
    await tx.query(
      `UPDATE rekonsiliasi_detail d SET ${column} = m.now FROM unnest($2::bigint[], $3::bigint[]) AS m (was, now)
       WHERE d.${column} = m.was AND d.reconciliation_id <> $1`,
      lines,
    );
}
