import type { Tx } from '../database';

/** One setting of the installation; whoever reads it says what holds when it was never written. */
export async function writeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.query(
    `INSERT INTO app_setting (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = clock_timestamp()`,
    [key, JSON.stringify(value)],
  );
}
