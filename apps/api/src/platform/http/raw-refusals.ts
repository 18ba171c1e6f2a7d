import type { ErrorCode } from '@tirtapay/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problemBody } from '../problem';
import type { UnreadableUrl } from './addresses';
import { pathOf } from './path-of';

/*
 * What is refused before a route, a hook or even a request exists: an address that cannot be decoded, bytes that are no
 * HTTP. It must look like every other refusal, headers included.
 */

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
/** Of one answer, not of all of them. */
const OWN = new Set([
  'content-type',
  'content-length',
  'date',
  'connection',
  'keep-alive',
  'x-request-id',
  'transfer-encoding',
]);

let common: Readonly<Record<string, string>> | undefined;

/** The headers every answer carries, taken from one. */
async function commonHeaders(
  fastify: Pick<FastifyInstance, 'inject'>,
): Promise<Readonly<Record<string, string>>> {
  if (common === undefined) {
    const { headers } = await fastify.inject({ method: 'GET', url: '/health/live' });
    common = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        OWN.has(name) || value === undefined ? [] : [[name, String(value)]],
      ),
    );
  }
  return { ...common, 'cache-control': 'no-store' };
}

export function languageOf(acceptLanguage: string | undefined): 'id' | 'en' {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
}

function bodyOf(
  problem: Problem,
  request: { language: 'id' | 'en'; instance: string; requestId: string },
): string {
  return JSON.stringify(problemBody(problem, request));
}

/** A URL that cannot be decoded reaches neither hook nor route; it is answered here in the words of its path. */
export async function refuseUrl(
  request: FastifyRequest,
  reply: FastifyReply,
  unreadable: readonly UnreadableUrl[],
): Promise<void> {
  const headers = await commonHeaders(request.server);
  void reply.headers(headers).header('X-Request-Id', request.id);
  const other = unreadable.find(({ at }) => at(request.url))?.answer();
  if (other !== undefined) {
    void reply.code(other.status).send(other.body);
    return;
  }
  const problem = new Problem('request.invalid');
  const instance = pathOf(request.url);
  const language = languageOf(request.headers['accept-language']);
  void reply
    .code(problem.status)
    .header('Content-Type', PROBLEM_TYPE)
    .send(bodyOf(problem, { language, instance, requestId: request.id }));
}

const CODE_OF: Readonly<Partial<Record<string, ErrorCode>>> = {
  HPE_HEADER_OVERFLOW: 'request.too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request.too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

/** What the parser of HTTP itself refuses. The connection is closed: what follows on it cannot be read either. */
export async function refuseBytes(
  fastify: Pick<FastifyInstance, 'inject'>,
  error: Error & { code?: string },
  socket: Socket,
): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new Problem(CODE_OF[error.code ?? ''] ?? 'request.invalid');
  const requestId = randomUUID();
  const body = Buffer.from(bodyOf(problem, { language: 'id', instance: '/', requestId }));
  const headers = {
    ...(await commonHeaders(fastify)),
    'x-request-id': requestId,
    'content-type': PROBLEM_TYPE,
    'content-length': String(body.length),
    connection: 'close',
  };
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]));
}
