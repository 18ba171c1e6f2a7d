import type { Tx } from '../database';

/** News that other parts may act on after commit. The row is written with the fact itself or not at all. */
export async function writeOutbox(
  tx: Tx,
  topic: string,
  entityId: number | null,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx.query('INSERT INTO outbox (topic, entity_id, payload) VALUES ($1, $2, $3)', [
    topic,
    entityId,
    JSON.stringify(payload),
  ]);
}
