import { Injectable } from '@nestjs/common';
import { signAccessToken, signAsymmetric, signSymmetric } from '@tirtapay/bank-protocol';
import { Clock } from '../../../platform/clock';
import type { BankOutcome, NotDone } from './bank-adapter';
import { AnswerLost, NotSent, type HttpAnswer } from './https-call';
import { OutboundCallLog } from './outbound-call-log';
import type { OutboundSettings } from './outbound-directory';
import { SnapReply } from './snap-answer';
import { SNAP_ENDPOINTS, type SnapEndpoint } from './snap-services';
import { endpointUrl, SnapTransport } from './snap-transport';

interface Token {
  readonly value: string;
  readonly expiresAt: number;
  /** Tokens belong to the credentials they were fetched with. */
  readonly clientKey: string;
}

interface SignedCall {
  readonly endpoint: SnapEndpoint;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly externalId: string;
  readonly checkoutId: number | null;
}

/** The bank gave no token, in its own words. */
class NoToken extends Error {
  constructor(readonly failed: NotDone) {
    super(failed.message);
  }
}

/** A token is renewed before it runs out on the way. */
const TOKEN_MARGIN_MILLISECONDS = 30_000;
const DEFAULT_TOKEN_SECONDS = 900;
const TOKEN_REFUSED = new Set(['01', '03']);

/** Signs and makes the calls of SNAP BI from our side, and says what each answer is worth. */
@Injectable()
export class SnapClient {
  private readonly tokens = new Map<number, Promise<Token>>();

  constructor(
    private readonly transport: SnapTransport,
    private readonly log: OutboundCallLog,
    private readonly clock: Clock,
  ) {}

  /** Never throws for anything the bank or the network does. */
  async call(
    settings: OutboundSettings,
    endpoint: SnapEndpoint,
    body: Readonly<Record<string, unknown>>,
    checkoutId: number | null,
  ): Promise<BankOutcome<SnapReply>> {
    const raw = Buffer.from(JSON.stringify(body));
    const first = await this.attempt(settings, endpoint, raw, checkoutId);
    if (first.state !== 'FAILED' || settings.mode !== 'SYMMETRIC') return first;
    if (first.responseCode?.startsWith('401') !== true) return first;
    if (!TOKEN_REFUSED.has(first.responseCode.slice(5))) return first;
    // The bank has forgotten our token. A refused token changed nothing, so the call may be made again, once.
    this.tokens.delete(settings.bankId);
    return this.attempt(settings, endpoint, raw, checkoutId);
  }

  private async attempt(
    settings: OutboundSettings,
    endpoint: SnapEndpoint,
    body: Buffer,
    checkoutId: number | null,
  ): Promise<BankOutcome<SnapReply>> {
    const token = settings.mode === 'SYMMETRIC' ? await this.token(settings) : null;
    if (token?.state === 'FAILED' || token?.state === 'UNKNOWN') return token;
    const timestamp = this.clock.text(this.clock.now());
    const externalId = this.log.newExternalId();
    const parts = {
      method: endpoint.method,
      endpointUrl: endpointUrl(settings, endpoint.path),
      timestamp,
      rawBody: body,
    };
    const signature =
      token === null
        ? signAsymmetric(required(settings.privateKey, 'private key'), parts)
        : signSymmetric(required(settings.secret, 'secret'), { ...parts, accessToken: token.value });
    const headers = {
      ...(token === null ? {} : { authorization: `Bearer ${token.value}` }),
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-signature': signature,
      'x-partner-id': settings.partnerId,
      'x-external-id': externalId,
      'channel-id': settings.channelId,
    };
    return this.send(settings, { endpoint, headers, body, externalId, checkoutId });
  }

  private async send(settings: OutboundSettings, call: SignedCall): Promise<BankOutcome<SnapReply>> {
    const { endpoint, headers, body, externalId, checkoutId } = call;
    const start = { bankId: settings.bankId, checkoutId, service: endpoint.service, body: body.toString() };
    const id = await this.log.begin(start, externalId);
    const started = performance.now();
    let answer: HttpAnswer | null = null;
    let outcome: BankOutcome<SnapReply>;
    try {
      const { method, mostBytes } = endpoint;
      answer = await this.transport.send(settings, endpoint.path, {
        method,
        headers,
        body,
        ...(mostBytes !== undefined && { mostBytes }),
      });
      outcome = worth(SnapReply.of(answer), endpoint);
    } catch (error) {
      if (!(error instanceof NotSent) && !(error instanceof AnswerLost)) throw error;
      outcome =
        error instanceof NotSent || !endpoint.changes
          ? unreachable(error.message)
          : { state: 'UNKNOWN', message: error.message };
    }
    await this.log.end(id, {
      state: outcome.state,
      httpStatus: answer?.status ?? null,
      responseCode: answer === null ? null : SnapReply.of(answer).code,
      body: answer?.body.toString('utf8') ?? null,
      error: outcome.state === 'DONE' ? null : outcome.message,
      latencyUs: Math.round((performance.now() - started) * 1_000),
    });
    return outcome;
  }

  /** One token per bank, fetched once however many calls wait for it. */
  private async token(settings: OutboundSettings): Promise<{ state: 'DONE'; value: string } | NotDone> {
    const known = await this.tokens.get(settings.bankId)?.catch(() => undefined);
    if (known?.clientKey === settings.clientKey && known.expiresAt > this.clock.now())
      return { state: 'DONE', value: known.value };
    const asked = await this.newToken(settings);
    // Without a token the call was never made, whatever the reason.
    return asked.state === 'DONE' ? asked : unreachable(`no access token: ${asked.message}`);
  }

  /** Service 73, never from memory: proves our key and our name at the bank, and changes nothing there. */
  async newToken(settings: OutboundSettings): Promise<{ state: 'DONE'; value: string } | NotDone> {
    const fetching = this.fetchToken(settings);
    this.tokens.set(settings.bankId, fetching);
    try {
      return { state: 'DONE', value: (await fetching).value };
    } catch (error) {
      this.tokens.delete(settings.bankId);
      return error instanceof NoToken
        ? error.failed
        : unreachable(error instanceof Error ? error.message : String(error));
    }
  }

  private async fetchToken(settings: OutboundSettings): Promise<Token> {
    const timestamp = this.clock.text(this.clock.now());
    const signature = signAccessToken(required(settings.privateKey, 'private key'), {
      clientKey: settings.clientKey,
      timestamp,
    });
    const outcome = await this.send(settings, {
      endpoint: SNAP_ENDPOINTS.accessToken,
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-client-key': settings.clientKey,
        'x-signature': signature,
      },
      body: Buffer.from('{"grantType":"client_credentials"}'),
      externalId: this.log.newExternalId(),
      checkoutId: null,
    });
    if (outcome.state !== 'DONE') throw new NoToken(outcome);
    const value = outcome.value.text('accessToken');
    if (value === null || !/^[A-Za-z0-9._~+/=-]{1,2048}$/.test(value))
      throw new Error('no access token in the answer');
    const seconds = Number(outcome.value.text('expiresIn') ?? DEFAULT_TOKEN_SECONDS);
    const life = (Number.isFinite(seconds) ? seconds : DEFAULT_TOKEN_SECONDS) * 1_000;
    return {
      value,
      expiresAt: this.clock.now() + Math.max(0, life - TOKEN_MARGIN_MILLISECONDS),
      clientKey: settings.clientKey,
    };
  }
}

/**
 * What an answer proves. Only a SNAP code of 2xx proves that it was done, only one of 3xx or 4xx that it was not. 202,
 * 5xx and a body that is no SNAP answer prove nothing: the bank may have done it before it stumbled.
 */
function worth(reply: SnapReply, endpoint: SnapEndpoint): BankOutcome<SnapReply> {
  const message = `${reply.code ?? String(reply.http)} ${reply.message}`.trim();
  const { status } = reply;
  if (status === 200 && reply.code !== null && reply.http < 300) return { state: 'DONE', value: reply };
  if (reply.http >= 300 && reply.http < 400) return unreachable(`redirected: ${message}`);
  if (status === 429 || (status >= 400 && status < 500 && reply.code === null)) return unreachable(message);
  // A reference that exists already may be our own earlier call, whose answer was lost.
  const taken = status === 409 && endpoint.changes;
  if (status >= 400 && status < 500 && !taken)
    return { state: 'FAILED', reason: 'REFUSED', responseCode: reply.code, message };
  return endpoint.changes ? { state: 'UNKNOWN', message } : unreachable(message);
}

function unreachable(message: string): NotDone {
  return { state: 'FAILED', reason: 'UNREACHABLE', responseCode: null, message };
}

function required<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`the bank is called without its ${name}`);
  return value;
}
