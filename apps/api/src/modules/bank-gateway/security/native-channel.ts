import { Injectable } from '@nestjs/common';
import {
  isStoredReference,
  nativeStringToSign,
  parseRfc3339,
  readNativeHeaders,
  signNativeResponse,
  verifyNative,
  withinWindow,
} from '@tirtapay/bank-protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../platform/clock';
import type { Actor } from '../../../platform/context';
import { Problem } from '../../../platform/problem';
import { AddressGate } from './address-gate';
import { BankCallLog } from './bank-call-log';
import { BankDirectory, type BankCredential, type Caller, type KnownCallers } from '../registry';
import { ReplayGuard, type Admission } from './replay-guard';

/** What is remembered of an authenticated call until its answer is signed and logged. */
interface BankCall {
  readonly credential: BankCredential;
  /** The secret that verified; the answer is signed with the same one. */
  readonly secret: string;
  readonly requestId: string;
  readonly timestamp: string;
  readonly startedAt: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    bankCall?: BankCall;
  }
}

const EMPTY = Buffer.alloc(0);
const HIGHEST_STATUS_WITHOUT_BODY_CODE = 400;

/**
 * Native bank authentication, in the order of docs/bank-api.md: address limit, any allow-list, headers + key +
 * timestamp + signature as one indistinguishable 401, this bank's list and rate, nonce, and only then the body.
 */
@Injectable()
export class NativeChannel {
  constructor(
    private readonly gate: AddressGate,
    private readonly directory: BankDirectory,
    private readonly replays: ReplayGuard,
    private readonly clock: Clock,
    private readonly log: BankCallLog,
  ) {}

  /** @param signatory whom the route is for: a key opens the routes of its own scope only */
  async authenticate(signatory: Caller['kind'], request: FastifyRequest): Promise<Actor> {
    const startedAt = performance.now();
    const ip = request.clientAddress;
    await this.gate.count(ip);
    const known = this.directory.fresh() ?? (await this.directory.read());
    this.gate.admit(ip, known);
    const call = this.verify(request, known, startedAt);
    if (call === null) {
      this.log.refused(ip, 'auth.signature_invalid');
      throw new Problem('auth.signature_invalid');
    }
    request.bankCall = call;
    const { caller } = call.credential;
    if (!caller.addresses.includes(ip)) throw new Problem('auth.ip_denied');
    refuseUnlessAdmitted(
      await this.replays.admit({
        bankId: caller.id,
        ratePerSecond: caller.ratePerSecond,
        keyId: call.credential.id,
        requestId: call.requestId,
      }),
    );
    if (caller.kind !== signatory) throw new Problem('auth.forbidden');
    if (request.bodyProblem !== undefined) throw request.bodyProblem;
    return { kind: caller.kind, id: caller.id, code: caller.code, keyId: call.credential.id };
  }

  private verify(request: FastifyRequest, { credentials }: KnownCallers, startedAt: number): BankCall | null {
    const headers = readNativeHeaders(request.headers);
    const credential = headers === null ? null : (credentials.get(headers.keyId) ?? null);
    const now = this.clock.now();
    const secrets = credential === null ? [] : [credential.secret];
    if (credential?.previous && credential.previous.validUntil > now)
      secrets.push(credential.previous.secret);
    // An unknown key is checked against a dummy inside verifyNative: it costs what a known one costs.
    const index = verifyNative(
      secrets,
      {
        method: request.method,
        requestTarget: request.raw.url ?? '',
        timestamp: headers?.timestamp ?? 'none',
        requestId: headers?.requestId ?? 'none',
        rawBody: request.rawBody ?? EMPTY,
      },
      headers?.signature ?? '',
    );
    const sentAt = headers === null ? null : parseRfc3339(headers.timestamp);
    const secret = secrets[index];
    if (
      headers === null ||
      credential === null ||
      secret === undefined ||
      sentAt === null ||
      !withinWindow(sentAt, now)
    )
      return null;
    return { credential, secret, requestId: headers.requestId, timestamp: headers.timestamp, startedAt };
  }

  /** Signs and logs every answer to an authenticated call, refusals included. Installed before the routes. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (request, reply, payload, done) => {
      if (request.bankCall !== undefined) this.answer(request, reply, request.bankCall, payload);
      done(null, payload);
    });
  }

  private answer(request: FastifyRequest, reply: FastifyReply, call: BankCall, payload: unknown): void {
    const body = Buffer.isBuffer(payload) || typeof payload === 'string' ? payload : '';
    const timestamp = this.clock.text(this.clock.now());
    void reply.header('X-Timestamp', timestamp);
    void reply.header(
      'X-Signature',
      signNativeResponse(call.secret, {
        status: reply.statusCode,
        requestId: call.requestId,
        timestamp,
        rawBody: body,
      }),
    );
    this.log.record({
      bankId: call.credential.caller.id,
      keyId: call.credential.id,
      snapPartnerId: null,
      stringToSign: nativeStringToSign({
        method: request.method,
        requestTarget: request.raw.url ?? '',
        timestamp: call.timestamp,
        requestId: call.requestId,
        rawBody: request.rawBody ?? EMPTY,
      }),
      receivedAt: this.clock.now(),
      method: request.method,
      requestTarget: request.raw.url ?? '',
      requestId: call.requestId,
      requestTimestamp: call.timestamp,
      ip: request.clientAddress,
      httpStatus: reply.statusCode,
      code: reply.statusCode >= HIGHEST_STATUS_WITHOUT_BODY_CODE ? problemCode(body) : null,
      replayed: reply.getHeader('idempotent-replayed') === 'true',
      bankReference: referenceOf(request),
      latencyUs: Math.round((performance.now() - call.startedAt) * 1000),
      requestBody: request.rawBody?.toString('utf8') ?? null,
      responseBody: String(reply.getHeader('content-type') ?? '').includes('json') ? body.toString() : null,
    });
  }
}

/** @throws Problem request.rate_limited, auth.replayed */
function refuseUnlessAdmitted(admission: Admission): void {
  if (admission === 'RATE_LIMITED') throw new Problem('request.rate_limited', { retryAfter: 1 });
  if (admission === 'REPLAYED') throw new Problem('auth.replayed');
}

function problemCode(body: Buffer | string): string | null {
  return /"code":"([a-z_.]{1,64})"/.exec(body.toString())?.[1] ?? null;
}

function referenceOf(request: FastifyRequest): string | null {
  const body: unknown = request.body;
  const fromBody =
    typeof body === 'object' && body !== null && 'bank_reference' in body ? body.bank_reference : undefined;
  const query: unknown = request.query;
  const fromQuery =
    typeof query === 'object' && query !== null && 'bank_reference' in query
      ? query.bank_reference
      : undefined;
  const reference = fromBody ?? fromQuery;
  return isStoredReference(reference) ? reference : null;
}
