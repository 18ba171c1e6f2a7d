import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { webPageOf } from '@tirtapay/contracts';
import type { RouteHandlerMethod } from 'fastify';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathOf } from './path-of';

/** Vite puts a hash of the content into the names of everything in here: a name never changes its meaning. */
const HASHED = 'assets/';
const YEAR = 'public, max-age=31536000, immutable';

function filesUnder(root: string): Set<string> {
  return new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
}

interface Answer {
  readonly file: string;
  readonly status: 200 | 404;
}

/**
 * What answers a path: a file of that name, or the application whose router knows the path. Any other address is 404; a
 * person still sees the page of the application that says so, who asks for a file or for data gets a problem document.
 */
function answerTo(path: string, wantsPage: boolean, files: ReadonlySet<string>): Answer | null {
  const name = path.replace(/^\/+/, '');
  if (files.has(name) && !name.endsWith('.map')) return { file: name, status: 200 };
  const file = /^admin(\/|$)/.test(name) ? 'admin.html' : 'index.html';
  if (webPageOf(path) !== null) return { file, status: 200 };
  return wantsPage && !/\.[a-z0-9]{1,11}$/i.test(name) ? { file, status: 404 } : null;
}

/** Serves the built single-page application next to the API: public pages at `/`, the staff's under `/admin/`. */
export async function serveWebApp(app: NestFastifyApplication, webRoot: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const files = filesUnder(webRoot);
  await fastify.register(fastifyStatic, {
    root: webRoot,
    serve: false,
    cacheControl: false,
    preCompressed: true,
  });
  const handler: RouteHandlerMethod = (request, reply) => {
    const path = pathOf(request.url);
    const wantsPage = /\btext\/html\b/.test(request.headers.accept ?? '');
    const answer = /^\/(api|health)(\/|$)/.test(path) ? null : answerTo(path, wantsPage, files);
    if (answer === null) {
      reply.callNotFound();
      return reply;
    }
    const { file, status } = answer;
    return reply
      .code(status)
      .header('Cache-Control', file.startsWith(HASHED) ? YEAR : 'no-cache')
      .sendFile(file);
  };
  fastify.route({ method: ['GET', 'HEAD'], url: '/*', handler });
}
