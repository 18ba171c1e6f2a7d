import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem';
import { formOf, type AddressBook } from './addresses';
import { pathOf } from './path-of';

/** Beside them the pages that modules draw. */
const OURS = ['/api', '/health', '/docs/errors'];

/**
 * A path that is known, asked by a method that is not: 405 with the methods it takes, as HTTP wants it, where the router
 * would say 404. TRACE, which nobody needs and which mirrors headers, is refused everywhere. Installed after every hook
 * that gives refusals their form, and before the routes.
 */
export function answerOtherMethods(
  fastify: Pick<FastifyInstance, 'addHook'>,
  { pages }: Pick<AddressBook, 'pages'>,
): void {
  const roots = [...OURS, ...pages];
  const isOurs = (url: string) =>
    roots.some((root) => url.startsWith(root) && ['', '/', '?'].includes(url.charAt(root.length)));
  const paths = new Map<string, { readonly form: RegExp; readonly methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!isOurs(url)) return;
    const known = paths.get(url) ?? { form: formOf(url), methods: new Set() };
    for (const one of [method].flat()) known.methods.add(one);
    paths.set(url, known);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = pathOf(request.url);
    const trace = request.method === 'TRACE';
    // the pages of the web application take every path that is nobody else's
    const unrouted = request.is404 || request.routeOptions.url === '/*';
    if (!trace && (!unrouted || !isOurs(path))) {
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
