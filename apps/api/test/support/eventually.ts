import { setTimeout as pause } from 'node:timers/promises';

/** Far longer than a busy machine takes: it only ends a wait for what never comes, and is never the measure of anything. */
export const PATIENCE_MILLISECONDS = 120_000;
const LOOK_EVERY_MILLISECONDS = 25;

/**
 * Looks until it is so. What follows an answer (a notification applied, a log written, another process told) takes as long
 * as the machine takes: whoever expects it right away, or after a pause, has a test that holds on a quick machine only.
 *
 * @returns what was seen when it was so
 * @throws with what was seen last
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  isSo: (seen: T) => boolean,
  patience: number = PATIENCE_MILLISECONDS,
): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > until)
      throw new Error(
        `not so after ${String(patience / 1_000)} s (${isSo.toString()}); last seen: ${JSON.stringify(seen)}`,
      );
    await pause(LOOK_EVERY_MILLISECONDS);
  }
}
