import type { Tx } from '../database';

/** In the place of the request of a fault that nobody had asked for. */
export const NO_REQUEST = '-';

/**
 * News that others may act on after commit, by topic. Each module adds its own beside the code that writes them
 * (declaration merging) and names them in its manifest.
 */
export interface OutboxTopics {
  /** Of a job or of what is looked at all the time, `request_id` is `NO_REQUEST`. */
  'fault.happened': { readonly route: string; readonly fault: string; readonly request_id: string };
}

/**
 * Of these, what nobody in this program acts on. It is written with its fact, for whoever asks later, and counts as
 * delivered from then on: there is nobody to bring it to. Whoever begins to listen takes the topic out of here, and has
 * both its writer and every process of that version in service before the first listener (docs/adr/0091).
 */
export interface KeptTopics {}

/** News that is brought to somebody. */
export type ToldTopic = Exclude<keyof OutboxTopics, keyof KeptTopics>;

/** The row is written with the fact itself or not at all. */
export async function writeOutbox<K extends ToldTopic>(
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
