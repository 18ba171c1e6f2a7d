import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem';

const OURS = /^\/(api|health|docs\/errors|tagihan)(\/|$|\?)/;

/**
 * A path that is known, asked by a method that is not: 405 with the methods it takes, as HTTP wants it, where the router
 * would say 404. TRACE, which nobody needs and which mirrors headers, is refused everywhere. Installed after every hook
 * that gives refusals their form, and before the routes.
 */
export function answerOtherMethods(fastify: Pick<FastifyInstance, 'addHook'>): void {
  const paths = new Map<string, { readonly form: RegExp; readonly methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!OURS.test(url)) return;
    const known = paths.get(url) ?? { form: formOf(url), methods: new Set() };
    for (const one of [method].flat()) known.methods.add(one);
    paths.set(url, known);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?')[0] ?? '';
    const trace = request.method === 'TRACE';
    // the pages of the web application take every path that is nobody else's
    const unrouted = request.is404 || request.routeOptions.url === '/*';
    if (!trace && (!unrouted || !OURS.test(path))) {
      done();
      return;
    }
    const methods = new Set(
      [...paths.values()].filter(({ form }) => form.test(path)).flatMap((one) => [...one.methods]),
    );
    if (trace && methods.size === 0) methods.add('GET').add('HEAD');
    if (methods.size === 0) {
      done();
      return;
    }
    void reply.header('Allow', [...methods].sort().join(', '));
    done(new Problem('request.method_not_allowed'));
  });
}

/** `/a/:b/c` as a pattern of paths. */
function formOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
