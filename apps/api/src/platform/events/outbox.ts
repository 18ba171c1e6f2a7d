import type { Tx } from '../database';

/**
 * News that others may act on after commit, by topic. Each module adds its own beside the code that writes them
 * (declaration merging) and names them in its manifest.
 */
export interface OutboxTopics {
  'fault.happened': { readonly route: string; readonly fault: string; readonly request_id: string };
}

/** The row is written with the fact itself or not at all. */
export async function writeOutbox<K extends keyof OutboxTopics>(
  tx: Tx,
  topic: K,
  entityId: number | null,
  payload: OutboxTopics[K],
): Promise<void> {
  await tx.query('INSERT INTO outbox (topic, entity_id, payload) VALUES ($1, $2, $3)', [
    topic,
    entityId,
    JSON.stringify(payload),
  ]);
}
