const SAFETY_MS = 30_000;
const FAST_MS = 5_000;
const SLOW_MS = 15_000;
const FAST_FOR_MS = 120_000;

/**
 * How soon to ask again. Most people pay in the first two minutes; a proxy may swallow the server's push without
 * closing it, so even a live stream is doubted now and then.
 */
export function pollPace(live: boolean, watchedMs: number): number {
  if (live) return SAFETY_MS;
  return watchedMs < FAST_FOR_MS ? FAST_MS : SLOW_MS;
}
