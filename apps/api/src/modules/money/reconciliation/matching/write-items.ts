import { bookingOf, journalOf, type ReconciledItem } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { LockedDay } from '../days/lock-day';

const WRITE = `
  INSERT INTO rekonsiliasi_detail (reconciliation_id, type, basis, state, payment_id, reversal_id, line_id, reversal_line_id, our_amount,
    bank_amount, sen, fee, candidates, call, received, charged, cleared, movement_id,
    reversal_movement_id, statement)
  SELECT $1, i.type, i.basis, CASE i.type WHEN 'MATCHED' THEN 'MATCHED' ELSE 'OPEN' END, i.payment_id, i.reversal_id, i.line_id,
    i.reversal_line_id, i.our_amount, i.bank_amount, i.sen, i.fee, i.candidates::bigint[], i.call, i.received, i.charged, i.cleared, i.movement_id,
    i.reversal_movement_id, $18
  FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::smallint[],
    $11::bigint[], $12::text[], $13::text[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[], $19::bigint[])
    AS i (type, basis, payment_id, reversal_id, line_id, reversal_line_id, our_amount, bank_amount, sen, fee, candidates, call, received,
      charged, cleared, movement_id, reversal_movement_id)`;

const CHUNK = 5_000;

/** Writes what the law found; what agrees carries its booking, for the closing. */
export async function writeItems(
  tx: Tx,
  { id: dayId, statement }: Pick<LockedDay, 'id' | 'statement'>,
  items: readonly ReconciledItem[],
): Promise<void> {
  for (let at = 0; at < items.length; at += CHUNK) {
    const chunk = items.slice(at, at + CHUNK);
    const books = chunk.map((item) => (item.type === 'MATCHED' ? bookingOf(item, null, statement) : null));
    await tx.query(WRITE, [
      dayId,
      chunk.map(({ type }) => type),
      chunk.map(({ basis }) => basis),
      chunk.map(({ ours }) => (journalOf(ours) === null ? ours : null)),
      chunk.map(({ reversal }) => (journalOf(reversal) === null ? reversal : null)),
      chunk.map(({ line }) => line),
      chunk.map(({ reversalLine }) => reversalLine),
      chunk.map(({ ourAmount }) => ourAmount),
      chunk.map(({ bankAmount }) => bankAmount),
      chunk.map(({ sen }) => sen),
      chunk.map(({ fee }) => fee),
      chunk.map(({ candidates }) => `{${candidates.join(',')}}`),
      chunk.map(({ call }) => call),
      books.map((book) => book?.received ?? 0),
      books.map((book) => book?.charged ?? 0),
      books.map((book) => book?.cleared ?? 0),
      chunk.map(({ ours }) => journalOf(ours)),
      statement,
      chunk.map(({ reversal }) => journalOf(reversal)),
    ]);
  }
}
