import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { readNativeHeaders, signNativeResponse, verifyNative } from '../native';
import { formatRfc3339, parseRfc3339, withinWindow } from '../timestamp';
import { NativeBankClient } from './index';

const NOW = Date.UTC(2026, 0, 15, 1, 30);
const SECRET = 'demo-secret-sultra-do-not-use-in-production';

interface Seen {
  readonly method: string;
  readonly target: string;
  readonly body: string;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly requestId: string;
}

/** A server that believes nothing it cannot verify, as the API does. */
let server: Server;
let baseUrl: string;
let answerWith: { status: number; contentType: string; body: string; tamper?: boolean };
let seen: Seen[];

async function answer(
  request: IncomingMessage,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const rawBody = await buffer(request);
  const headers = readNativeHeaders(request.headers);
  const [method, target] = [request.method ?? '', request.url ?? ''];
  const parts = {
    method,
    requestTarget: target,
    timestamp: headers?.timestamp ?? '',
    requestId: headers?.requestId ?? '',
    rawBody,
  };
  const sentAt = parseRfc3339(parts.timestamp);
  const right = headers !== null && verifyNative([SECRET], parts, headers.signature) === 0;
  if (!right || sentAt === null || !withinWindow(sentAt, NOW)) {
    return {
      status: 401,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"code":"auth.signature_invalid"}',
    };
  }
  const { accept, 'content-type': contentType } = request.headers;
  seen.push({ method, target, body: rawBody.toString(), accept, contentType, requestId: headers.requestId });
  const timestamp = formatRfc3339(NOW);
  const { status, body } = answerWith;
  const signature = signNativeResponse(SECRET, {
    status,
    requestId: headers.requestId,
    timestamp,
    rawBody: Buffer.from(body),
  });
  return {
    status,
    headers: { 'content-type': answerWith.contentType, 'x-timestamp': timestamp, 'x-signature': signature },
    body: answerWith.tamper ? body.replace('72500', '72501') : body,
  };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  seen = [];
  answerWith = {
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: '{"status":"POSTED","total_amount":72500}',
  };
});

function client(
  change: { secret?: string; now?: () => number; timeoutMs?: number; baseUrl?: string } = {},
): NativeBankClient {
  return new NativeBankClient({
    baseUrl,
    keyId: 'demo-bank-sultra',
    secret: SECRET,
    now: () => NOW,
    ...change,
  });
}

const processBody = {
  bank_reference: 'BPD/2026-0001',
  inquiry_id: 'abc',
  amount: 72_500,
  paid_at: '2026-01-15T09:30:00+08:00',
  channel: 'TELLER',
} as const;

describe('native bank client', () => {
  it('signs every method so that the server verifies it, each with its own nonce', async () => {
    const bank = client();
    await bank.verify({ customer_number: '010203000046', bill_count: 2 });
    await bank.process(processBody);
    await bank.status('BPD/2026-0001');
    await bank.receipt('BPD/2026-0001', { accept: 'text/plain', columns: 32 });
    await bank.reversal({ bank_reference: 'BPD/2026-0001', reversal_reference: 'R1', reason: 'salah input' });
    await bank.notify({
      event_id: 'ev-1',
      event: 'payment.paid',
      method: 'VA',
      virtual_account_number: '13501010203000046',
      bank_reference: 'BPD/2026-0001',
      amount: 70_000,
      paid_at: processBody.paid_at,
    });
    expect(seen.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'POST /api/v1/payment/verify',
      'POST /api/v1/payment/process',
      'GET /api/v1/payment/status?bank_reference=BPD%2F2026-0001',
      'GET /api/v1/payment/receipt?bank_reference=BPD%2F2026-0001&columns=32',
      'POST /api/v1/payment/reversal',
      'POST /api/webhook/payment-notification',
    ]);
    expect(seen[0]).toMatchObject({
      body: '{"customer_number":"010203000046","bill_count":2}',
      contentType: 'application/json',
    });
    expect(seen[2]).toMatchObject({ body: '', contentType: undefined, accept: 'application/json' });
    expect(seen[3]?.accept).toBe('text/plain');
    expect(new Set(seen.map(({ requestId }) => requestId)).size).toBe(seen.length);
  });

  it('returns status, headers, parsed and raw body, and proves who said it', async () => {
    const result = await client().process(processBody);
    expect(result.status).toBe(200);
    expect(result.headers.get('content-type')).toContain('application/json');
    expect(result.body).toEqual({ status: 'POSTED', total_amount: 72_500 });
    expect(result.rawBody.toString()).toBe(answerWith.body);
    expect(result.verdict).toBe('VALID');
    expect(result.stringToVerify).toContain(`200\n${result.request.requestId}\n`);
    expect(result.request.stringToSign).toContain(
      'POST\n/api/v1/payment/process\n2026-01-15T09:30:00+08:00\n',
    );
  });

  it('repeats the bytes of an earlier call under a new nonce', async () => {
    const first = await client().process(processBody);
    const again = await client().process(first.request.rawBody);
    expect(seen[1]?.body).toBe(seen[0]?.body);
    expect(again.request.requestId).not.toBe(first.request.requestId);
  });

  it('notices an answer that was changed on the way', async () => {
    answerWith = { ...answerWith, tamper: true };
    const result = await client().process(processBody);
    expect(result.verdict).toBe('INVALID');
  });

  it('gives refusals as answers: wrong secret, clock out of the window', async () => {
    const wrong = await client({ secret: 'another-secret' }).status('x');
    expect(wrong).toMatchObject({
      status: 401,
      verdict: 'ABSENT',
      stringToVerify: null,
      body: { code: 'auth.signature_invalid' },
    });
    expect((await client({ now: () => NOW - 301_000 }).status('x')).status).toBe(401);
    expect((await client({ now: () => NOW + 300_000 }).status('x')).status).toBe(200);
  });

  it('leaves a body that is not JSON as bytes', async () => {
    answerWith = { status: 200, contentType: 'text/plain; charset=utf-8', body: 'PDAM\n' };
    const result = await client().receipt('x', { accept: 'text/plain' });
    expect(result.body).toBeUndefined();
    expect(result.rawBody.toString()).toBe('PDAM\n');
    answerWith = { status: 200, contentType: 'application/json', body: 'not json' };
    expect((await client().status('x')).body).toBeUndefined();
  });

  it('keeps and signs a path prefix', async () => {
    expect((await client({ baseUrl: `${baseUrl}/sandbox/` }).status('x')).verdict).toBe('VALID');
    expect(seen[0]?.target).toBe('/sandbox/api/v1/payment/status?bank_reference=x');
  });

  it('rejects when no answer comes: the outcome is unknown, not failed', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(client({ baseUrl: `http://127.0.0.1:${String(port)}` }).status('x')).rejects.toThrow();

    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((silent.address() as AddressInfo).port)}`;
    await expect(client({ baseUrl: url, timeoutMs: 100 }).status('x')).rejects.toThrow(/timeout/i);
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});
