import { Injectable, Logger } from '@nestjs/common';
import { formatRfc3339, isStoredReference } from '@tirtapay/bank-protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../../platform/clock';
import { Problem, toProblem } from '../../../../platform/problem';
import { BankCallLog } from '../bank-call-log';
import { refusalBody } from './refusal-body';
import { SnapRefusal, toSnapRefusal } from './snap-refusal';
import { isSnapUrl, snapServiceAt } from './snap-services';

/** ASPI's examples and many banks expect Jakarta time, whatever the zone of the utility. */
const JAKARTA_MINUTES = 420;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Every answer under /api/snap, refusals of the framework included, is a SNAP body whose code begins with its HTTP
 * status; every answer to an authenticated call is one row of the call log.
 */
@Injectable()
export class SnapAnswers {
  private readonly logger = new Logger('snap');

  constructor(
    private readonly log: BankCallLog,
    private readonly clock: Clock,
  ) {}

  /** Takes over every failure under /api/snap, and logs every authenticated call. Installed before the routes. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (isSnapUrl(request.url))
        request.refuse = (error) => {
          this.refuse(error, request, reply);
        };
      done();
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      if (isSnapUrl(request.url)) this.answer(request, reply, payload);
      done(null, payload);
    });
  }

  private refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const service = snapServiceAt(request.url);
    const refusal = toSnapRefusal(error, service);
    const failure = ourFailure(error);
    if (failure !== undefined) this.logger.error(failure);
    const known = request.snapCall !== undefined;
    const { http, body } = refusalBody(refusal, service, known ? { body: request.body } : null);
    // addresses are counted at the gate
    if (!known && refusal.snapCase !== 'featureNotAllowed')
      this.log.refused(request.clientAddress, String(body.responseCode));
    if (refusal.retryAfter !== undefined) void reply.header('Retry-After', String(refusal.retryAfter));
    void reply.code(http).header('Content-Type', JSON_TYPE).send(JSON.stringify(body));
  }

  private answer(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const now = this.clock.now();
    void reply.header('X-TIMESTAMP', formatRfc3339(now, JAKARTA_MINUTES));
    const call = request.snapCall;
    if (call === undefined) return;
    const responseBody = typeof payload === 'string' ? payload : null;
    this.log.record({
      bankId: call.bank.id,
      keyId: null,
      snapPartnerId: call.partner.id,
      stringToSign: call.stringToSign,
      receivedAt: now,
      method: request.method,
      requestTarget: request.raw.url ?? '',
      requestId: call.externalId ?? request.id,
      requestTimestamp: call.timestamp,
      ip: request.clientAddress,
      httpStatus: reply.statusCode,
      code: /"responseCode":"(\d{7})"/.exec(responseBody ?? '')?.[1] ?? null,
      replayed: reply.getHeader('idempotent-replayed') === 'true',
      bankReference: referenceOf(request.body),
      latencyUs: Math.round((performance.now() - call.startedAt) * 1000),
      requestBody: request.rawBody?.toString('utf8') ?? null,
      responseBody,
    });
  }
}

/** What our own log must show; refusals of a caller's mistakes are no failures. */
function ourFailure(error: unknown): unknown {
  if (error instanceof SnapRefusal) return error.cause;
  return !(error instanceof Problem) && toProblem(error).status >= 500 ? error : undefined;
}

/** The field that is our `bank_reference`: of a payment, a status question, a QR notification. */
function referenceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const fields = body as Readonly<Record<string, unknown>>;
  const reference = fields.paymentRequestId ?? fields.originalReferenceNo ?? fields.inquiryRequestId;
  return isStoredReference(reference) ? reference : null;
}
