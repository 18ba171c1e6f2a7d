import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { runInContext } from '../context';
import { Readiness } from '../health';
import { ExportDesk } from '../list';
import type { AddressBook, UnreadableUrl } from './addresses';
import { limitAnonymousBodies } from './anonymous-bodies';
import { ClientAddress } from './client-address';
import { acceptFileStreams } from './file-stream-body';
import { acceptForms } from './form-body';
import { acceptJson, BODY_LIMIT } from './json-body';
import { languageOf, refuseBytes, refuseUrl } from './raw-refusals';
import { acceptPhotos } from './photo-body';
import { refuseDisguisedPaths } from './plain-paths';
import { securityHeaders } from './security-headers';

declare module 'fastify' {
  interface FastifyInstance {
    /** Who downloads what. */
    exports: ExportDesk;
  }
  interface FastifyRequest {
    /** The peer, or the hop a configured proxy names. */
    clientAddress: string;
  }
}

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** @param unreadable how modules with a language of their own refuse an address that cannot be decoded */
export function createAdapter(unreadable: readonly UnreadableUrl[]): FastifyAdapter {
  return new FastifyAdapter({
    frameworkErrors: (_: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      void refuseUrl(request, reply, unreadable);
    },
    clientErrorHandler(this: FastifyInstance, error: Error & { code?: string }, socket: Socket) {
      void refuseBytes(this, error, socket);
    },
    bodyLimit: BODY_LIMIT,
    // A HEAD would run the handler of its GET, and some of those leave a trace: a receipt counts who printed it.
    exposeHeadRoutes: false,
    // A correlation id chosen by the caller is kept when it is harmless, so both sides can find the same line.
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    // A call that a kept-alive connection brings while the process stops is answered as well.
    return503OnClosing: false,
    requestTimeout: 30_000,
    logger: false,
  });
}

/**
 * A replica that leaves ends each connection with the answer it is asked for: nothing is kept alive to be cut later, in
 * the middle of a call.
 */
function endConnectionsOnClose(fastify: FastifyInstance, readiness: Readiness): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (readiness.draining) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

/** Everything HTTP that is not a route: bodies, headers, request context. */
export async function setUpHttp(
  app: NestFastifyApplication,
  config: Config,
  addresses: AddressBook,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const address = new ClientAddress(config.trustedProxyCidrs);
  await fastify.register(cookie);
  const headers = await securityHeaders();
  acceptJson(fastify, addresses);
  acceptPhotos(fastify, addresses);
  acceptForms(fastify);
  acceptFileStreams(fastify);
  endConnectionsOnClose(fastify, app.get(Readiness));
  fastify.addHook('onRequest', (request, reply, done) => {
    request.clientAddress = address.of(request);
    void reply.headers(headers).header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/') || addresses.isPage(request.url))
      void reply.header('Cache-Control', 'no-store');
    runInContext(
      {
        requestId: request.id,
        ip: request.clientAddress,
        language: languageOf(request.headers['accept-language']),
        actor: { kind: 'PUBLIC' },
      },
      done,
    );
  });
  refuseDisguisedPaths(fastify);
  limitAnonymousBodies(fastify, addresses);
  fastify.decorate('exports', new ExportDesk(config.exportSeconds));
}
