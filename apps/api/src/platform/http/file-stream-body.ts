import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set by `@FileStreamBody()`. */
    fileStream?: true;
  }
}

/**
 * For a route whose body is a file of any size: it arrives as a stream, and nothing of it is read before the guard has
 * let the caller in. Whoever takes it says how much is too much.
 */
export const FileStreamBody = () => RouteConfig({ fileStream: true });

/** On those routes only: elsewhere bytes are as unwelcome as any other body that is no JSON. */
export function acceptFileStreams(fastify: Pick<FastifyInstance, 'addContentTypeParser' | 'addHook'>): void {
  fastify.addHook('onRoute', (route) => {
    if (route.config?.fileStream === true) route.bodyLimit = Number.MAX_SAFE_INTEGER;
  });
  fastify.addContentTypeParser('application/octet-stream', (request: FastifyRequest, payload, done) => {
    if (request.routeOptions.config.fileStream === true) done(null, payload);
    else done(new Problem('request.unsupported_media'), undefined);
  });
}
