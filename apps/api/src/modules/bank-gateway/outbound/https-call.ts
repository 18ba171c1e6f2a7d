import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { PinnedAddress } from './bank-address';

/** The bank cannot have received the call: nothing happened over there. */
export class NotSent extends Error {}

/** The call went out and no usable answer came back: it may or may not have been carried out. */
export class AnswerLost extends Error {}

export interface OutgoingCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** How long the answer may be; without it as long as that of one transaction. */
  readonly mostBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** More than any answer about one transaction; a bank that sends more is not answering. */
const MAX_ANSWER_BYTES = 262_144;

/**
 * One HTTP call to a pinned address. Redirects are never followed. The deadline covers everything from connecting to
 * the last byte, so that an answer that drips does not hold us.
 * @throws NotSent, AnswerLost
 */
export function callPinned(
  url: URL,
  pinned: PinnedAddress,
  call: OutgoingCall,
  deadlineMilliseconds: number,
): Promise<HttpAnswer> {
  const options: RequestOptions & { servername?: string } = {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    path: url.pathname,
    method: call.method,
    headers: { ...call.headers, 'content-length': String(call.body.length), accept: 'application/json' },
    agent: false,
    signal: AbortSignal.timeout(deadlineMilliseconds),
    lookup: (_host, lookupOptions, answer) => {
      if (lookupOptions.all === true) answer(null, [{ ...pinned }]);
      else answer(null, pinned.address, pinned.family);
    },
  };
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    let connected = false;
    const fail = (error: unknown): void => {
      const reason = error instanceof Error ? error.message : String(error);
      reject(connected ? new AnswerLost(reason) : new NotSent(reason));
    };
    const request = secure ? tlsRequest({ ...options, minVersion: 'TLSv1.2' }) : plainRequest(options);
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.on('error', fail);
    request.on('response', (response) => {
      readAnswer(response, call.mostBytes ?? MAX_ANSWER_BYTES).then(resolve, fail);
    });
    request.end(call.body);
  });
}

async function readAnswer(response: IncomingMessage, mostBytes: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > mostBytes) {
      response.destroy();
      throw new AnswerLost('the answer is too large');
    }
    chunks.push(bytes);
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks) };
}
