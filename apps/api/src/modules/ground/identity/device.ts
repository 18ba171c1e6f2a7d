import type { FastifyRequest } from 'fastify';
import type { Device } from './sessions';

const MAX_USER_AGENT = 300;

/** What a session remembers of the browser, so that its owner recognises it in the list. */
export function deviceOf(request: FastifyRequest): Device {
  const agent = request.headers['user-agent'];
  return {
    // header values may carry any byte; only printable ASCII is worth keeping
    userAgent: agent === undefined ? null : agent.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, MAX_USER_AGENT),
    ip: request.clientAddress === '' ? null : request.clientAddress,
  };
}
