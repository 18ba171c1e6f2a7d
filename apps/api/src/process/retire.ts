import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Readiness } from '../platform/health';

const DRAIN_MILLISECONDS = 20_000;

/** Not ready any more, running requests finish, then the connections go; a request that never ends is left behind. */
export async function drain(app: NestFastifyApplication): Promise<void> {
  const limit = new AbortController();
  await Promise.race([
    app.close(),
    pause(DRAIN_MILLISECONDS, undefined, { signal: limit.signal }).catch(() => undefined),
  ]);
  limit.abort();
}

/**
 * A replica leaves its balancer and loses nobody: it says first that it is not ready, still serves whoever has not heard
 * so for a while, and only then stops listening.
 * @param hurried ends the while at once
 */
export async function retire(
  app: NestFastifyApplication,
  graceMilliseconds: number,
  hurried: AbortSignal,
): Promise<void> {
  app.get(Readiness).leave();
  await pause(graceMilliseconds, undefined, { signal: hurried }).catch(() => undefined);
  await drain(app);
}
