import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { HostFaultKind } from '../drills/fault-board';

/** What the host would say. */
export interface HostAnswer {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly timestamp: string;
}

/** Longer than any caller waits. */
const NEVER_MS = 60_000;
const DRIP_MS = 250;

/** Sends the answer in the way of the fault; what was done or not done before is the host's affair. */
export async function answerBadly(
  fault: HostFaultKind,
  response: ServerResponse,
  answer: HostAnswer,
): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-timestamp': answer.timestamp };
  switch (fault) {
    case 'timeout':
    case 'timeout-after':
      return silence(response);
    case 'error-500-after':
      response.writeHead(500, headers).end(failureOf(answer));
      return;
    case 'wrong-body':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Sedang dalam pemeliharaan</body>');
      return;
    case 'slow-drip':
      response.writeHead(answer.status, headers);
      return drip(response, answer.text);
    case 'error-500':
    case 'accept-then-fail':
    case 'invalid-token':
    case 'cutoff':
      response.writeHead(answer.status, headers).end(answer.text);
      return;
  }
}

/** The line stays open and nothing comes, until the caller gives up. */
async function silence(response: ServerResponse): Promise<void> {
  await waitUnlessClosed(response, NEVER_MS);
  response.destroy();
}

/** One byte at a time: the caller has a status and headers, and never the whole body in time. */
async function drip(response: ServerResponse, text: string): Promise<void> {
  for (const byte of Buffer.from(text, 'utf8')) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await waitUnlessClosed(response, DRIP_MS);
  }
  response.end();
}

async function waitUnlessClosed(response: ServerResponse, milliseconds: number): Promise<void> {
  const stop = new AbortController();
  const onClose = (): void => {
    stop.abort();
  };
  response.once('close', onClose);
  await pause(milliseconds, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
  response.off('close', onClose);
}

function failureOf({ code }: HostAnswer): string {
  const service = code.slice(3, 5);
  return JSON.stringify({ responseCode: `500${service}01`, responseMessage: 'Internal Server Error' });
}
