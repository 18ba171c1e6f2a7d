import type { Tx } from '../../../../platform/database';

/** News taken in at once. */
const ROWS = 10_000;

const TAKE_IN = `
  WITH news AS (
    DELETE FROM rekap_jumlah_baru b WHERE b.id IN (SELECT id FROM rekap_jumlah_baru ORDER BY id LIMIT ${String(ROWS)})
    RETURNING b.what, b.key, b.n
  ), added AS (
    INSERT INTO rekap_jumlah AS k SELECT what, key, sum(n) FROM news GROUP BY what, key
    ON CONFLICT (what, key) DO UPDATE SET n = k.n + excluded.n
  )
  SELECT count(*)::int AS taken FROM news`;

/**
 * Adds what customers and readings brought since to the counts that are kept. Only rows that are seen are taken away: those of a
 * transaction that is not over stay for the next time.
 * @returns whether something is left to do
 */
export async function keepCounts(tx: Tx): Promise<boolean> {
  const { taken } = await tx.one<{ taken: number }>(TAKE_IN);
  return taken === ROWS;
}
