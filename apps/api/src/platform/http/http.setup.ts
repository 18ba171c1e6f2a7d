import helmet from '@fastify/helmet';
import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NO_SNAP_SERVICE, parseStrictJson, snapAnswer } from '@tirtapay/bank-protocol';
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { runInContext } from '../context';
import { Problem, problemBody } from '../problem';
import { ClientAddress } from './client-address';
import { acceptPhotos } from './photo-body';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body exactly as received: signatures are over bytes, never over re-serialised JSON. */
    rawBody?: Buffer;
    /** The peer, or the hop a configured proxy names. */
    clientAddress: string;
  }
}

const BODY_LIMIT = 1_048_576;
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;
/** Bodies of these paths keep bank-grade number rules: 1e4 and 10000.00 are not rupiah. */
const BANK_PATHS = /^\/api\/(v1\/payment|webhook|v1\/webhook)\//;
/** SNAP bodies carry amounts as text and fields we do not know: their numbers are not ours to judge. */
const SNAP_ROOT = '/api/snap/';

function languageOf(request: FastifyRequest): 'id' | 'en' {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id';
}

/** A URL that cannot be decoded reaches neither hook nor route; it is answered here in the words of its path. */
function refuseUrl(request: FastifyRequest, reply: FastifyReply): void {
  if (request.url.startsWith(SNAP_ROOT)) {
    const { http, ...body } = snapAnswer('badRequest', NO_SNAP_SERVICE);
    void reply.code(http).send(body);
    return;
  }
  const problem = new Problem('request.invalid');
  const instance = request.url.split('?')[0] ?? request.url;
  const body = problemBody(problem, { language: languageOf(request), instance, requestId: request.id });
  void reply
    .code(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

export function createAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    frameworkErrors: (_: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      refuseUrl(request, reply);
    },
    bodyLimit: BODY_LIMIT,
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

/** A call in flight when the process stops is answered, and its connection ends with the answer: nothing is kept alive. */
function endConnectionsOnClose(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

/** Everything HTTP that is not a route: bodies, headers, request context. */
export async function setUpHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const address = new ClientAddress(config.trustedProxyCidrs);
  await fastify.register(cookie);
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // component libraries set style attributes; scripts and style sheets come from files only
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        styleSrcElem: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body, done) => {
      const raw = body as Buffer;
      request.rawBody = raw;
      if (raw.length === 0) {
        done(null, undefined);
        return;
      }
      const bank = BANK_PATHS.test(request.url);
      const signed = bank || request.url.startsWith(SNAP_ROOT);
      const parsed = parseStrictJson(raw, {
        maxDepth: 32,
        maxBytes: BODY_LIMIT,
        plainIntegersOnly: bank,
        allowLineBreaks: !bank,
      });
      if (parsed.ok) {
        done(null, parsed.value);
        return;
      }
      const { pointer, code, message } = parsed.problem;
      const refusal = new Problem('request.invalid', { errors: [{ pointer, code, message }] });
      if (signed) {
        // A bank's body is judged only after its signature: until then everything wrong looks the same.
        request.bodyProblem = refusal;
        done(null, undefined);
      } else done(refusal, undefined);
    },
  );
  acceptPhotos(fastify);
  endConnectionsOnClose(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.clientAddress = address.of(request);
    void reply.header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
    runInContext(
      {
        requestId: request.id,
        ip: request.clientAddress,
        language: languageOf(request),
        actor: { kind: 'PUBLIC' },
      },
      done,
    );
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What is wrong with a bank's body; raised after the signature was checked. */
    bodyProblem?: Problem;
  }
}
