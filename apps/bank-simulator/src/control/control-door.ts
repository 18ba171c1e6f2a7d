import type { IncomingMessage } from 'node:http';
import { AddressList } from '@tirtapay/bank-protocol';

const LOOPBACK = new AddressList(['127.0.0.0/8', '::1/128']);
const LOOPBACK_HOSTS = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?$/i;

/** Came to this machine by a name that was made to lead here: a page of that name would be at home on its own origin. */
export function isMisled(request: IncomingMessage): boolean {
  return (
    LOOPBACK.includes(request.socket.localAddress ?? '') && !LOOPBACK_HOSTS.test(request.headers.host ?? '')
  );
}

/**
 * Who may drive the bank: programs on this machine. A page in a browser here must not, neither by a form (JSON only,
 * no foreign origin) nor by a name that was made to lead to this machine (the Host header).
 */
export function mayControl(request: IncomingMessage): boolean {
  const { host = '', origin, 'content-type': type = '' } = request.headers;
  const isRead = request.method === 'GET' || request.method === 'DELETE';
  return (
    LOOPBACK.includes(request.socket.remoteAddress ?? '') &&
    LOOPBACK_HOSTS.test(host) &&
    origin === undefined &&
    (isRead || /^application\/json\s*(;|$)/i.test(type))
  );
}
