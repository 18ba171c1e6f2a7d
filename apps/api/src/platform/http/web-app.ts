import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

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

/** Which file answers a path: itself, or the entry of the application whose router knows the path. */
function fileFor(path: string, files: ReadonlySet<string>): string | null {
  const name = path.replace(/^\/+/, '');
  if (files.has(name) && !name.endsWith('.map')) return name;
  // A path with an extension names a file; a page must not pretend to be one. The signed tokens in the addresses
  // of pages hold a dot as well, but what follows it is longer than any extension.
  if (/\.[a-z0-9]{1,11}$/i.test(name)) return null;
  return /^admin(\/|$)/.test(name) ? 'admin.html' : 'index.html';
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
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = /^\/(api|health)(\/|$)/.test(path) ? null : fileFor(path, files);
    if (file === null) {
      reply.callNotFound();
      return reply;
    }
    return reply.header('Cache-Control', file.startsWith(HASHED) ? YEAR : 'no-cache').sendFile(file);
  });
}
