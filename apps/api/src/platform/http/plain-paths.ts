import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem';
import { pathOf } from './path-of';

/**
 * Limits, languages and logs go by the address as it came, the router by what it decodes to: `/api/v1/%70ublic` would
 * lead to a public route past all that is said of public addresses, and so would `http://any/api/v1/public`. Such an
 * address leads nowhere.
 */
export function refuseDisguisedPaths(fastify: Pick<FastifyInstance, 'addHook'>): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { url: route } = request.routeOptions;
    if (route === undefined || isPlain(request.url, route)) done();
    else done(new Problem('request.not_found'));
  });
}

/** Whether what is fixed in a route stands in the address letter by letter; what varies may be escaped. */
function isPlain(url: string, route: string): boolean {
  // there the router ends the path, and nobody else does
  if (url.includes('#')) return false;
  const came = pathOf(url).split('/');
  return route.split('/').every((part, index) => /[:*]/.test(part) || part === came[index]);
}
