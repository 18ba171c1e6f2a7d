import { lineOf } from '@tirtapay/bank-protocol';
import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from '../problem';
import type { AddressBook } from './addresses';

/** Routes that read the body of somebody nobody knows. Banks are counted at their own door. */
const ANONYMOUS_PATHS = /^\/api\/v1\/(public|auth)\//;
const BODIES_PER_MINUTE = 600;
/** Each is compared with every other when it is checked; no list of ours has a tenth of them. */
const MAX_PARAMETERS = 100;

/**
 * Counts an address before a byte of its body is read: what follows is dear for us and free for a stranger. In memory
 * and coarse, above what a quarter behind one mobile address needs; the exact budgets of each purpose come after.
 */
export function limitAnonymousBodies(
  fastify: Pick<FastifyInstance, 'addHook'>,
  addresses: AddressBook,
): void {
  const bodies = new RateLimiterMemory({ points: BODIES_PER_MINUTE, duration: 60 });
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (parameterCount(request.url) > MAX_PARAMETERS) {
      done(new Problem('request.invalid'));
      return;
    }
    const anonymous = ANONYMOUS_PATHS.test(request.url) || addresses.isPage(request.url);
    if (request.method === 'GET' || !anonymous) {
      done();
      return;
    }
    bodies.consume(lineOf(request.clientAddress)).then(
      () => {
        done();
      },
      () => {
        done(new Problem('request.rate_limited', { retryAfter: 60 }));
      },
    );
  });
}

function parameterCount(url: string): number {
  const query = url.indexOf('?');
  return query < 0 ? 0 : url.slice(query).split('&').length;
}
