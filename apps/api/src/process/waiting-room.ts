import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { languageOf, pathOf } from '../platform/http';
import { Problem, problemBody } from '../platform/problem';

const RETRY_SECONDS = 2;

function send(response: ServerResponse, status: number, type: string, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // The next call may already be the application's.
    Connection: 'close',
  });
  response.end(text);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const instance = pathOf(request.url ?? '/');
  if (instance === '/health/live') {
    send(response, 200, 'application/json', { status: 'ok' });
    return;
  }
  if (instance === '/health/ready') {
    send(response, 503, 'application/json', { status: 'unavailable', reason: 'database unreachable' });
    return;
  }
  const problem = new Problem('service.unavailable', { retryAfter: RETRY_SECONDS });
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  response.setHeader('Retry-After', String(RETRY_SECONDS));
  const language = languageOf(request.headers['accept-language']);
  send(
    response,
    problem.status,
    'application/problem+json',
    problemBody(problem, { language, instance, requestId }),
  );
}

/** Answers on the port of the API as long as its database has not come: alive, not ready, everything else later. */
export class WaitingRoom {
  private server: Server | undefined;

  async open(port: number, host: string): Promise<void> {
    if (this.server !== undefined) return;
    const server = createServer(answer);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
  }

  /** When this resolves, the port is free and everybody inside was answered. */
  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    await new Promise((closed) => {
      server.close(closed);
      server.closeIdleConnections();
    });
  }
}
