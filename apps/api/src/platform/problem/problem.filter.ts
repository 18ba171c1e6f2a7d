import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_CATALOGUE, type ErrorCode } from '@tirtapay/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentContext } from '../context';
import { CommitOutcomeUnknown, isUnavailable, SQLSTATE, sqlState } from '../database';
import { pathOf } from '../http/path-of';
import { FaultAlarm } from './fault-alarm';
import { Problem } from './problem';

declare module 'fastify' {
  interface FastifyRequest {
    /** Answers a failure in the words of another protocol; set for paths that do not speak problem+json. */
    refuse?: (error: unknown) => void;
  }
}

const RETRY_SECONDS = 2;

function fromDatabase(error: unknown): Problem | null {
  if (error instanceof CommitOutcomeUnknown)
    return new Problem('request.outcome_unknown', { retryAfter: RETRY_SECONDS });
  if (isUnavailable(error)) return new Problem('service.unavailable', { retryAfter: RETRY_SECONDS });
  switch (sqlState(error)) {
    case SQLSTATE.lockNotAvailable:
    case SQLSTATE.queryCanceled:
    case SQLSTATE.deadlock: // tried again already, more than once: nothing was written, and in a moment it may go
    case SQLSTATE.serializationFailure:
      return new Problem('service.unavailable', { retryAfter: RETRY_SECONDS });
    case '22021': // a byte sequence PostgreSQL cannot store (NUL)
    case '22P05':
      return new Problem('request.invalid');
    default:
      return null;
  }
}

function fromHttpStatus(status: number): ErrorCode {
  if (status === 404) return 'request.not_found';
  if (status === 405) return 'request.method_not_allowed';
  if (status === 413) return 'request.too_large';
  if (status === 415) return 'request.unsupported_media';
  if (status === 401) return 'auth.unauthenticated';
  if (status === 403) return 'auth.forbidden';
  if (status === 429) return 'request.rate_limited';
  return status >= 400 && status < 500 ? 'request.invalid' : 'internal.error';
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (
    typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
  )
    return error.statusCode;
  return null;
}

/** Whatever was thrown, as a problem of the catalogue; unknown errors become `internal.error` and nothing leaks. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = fromDatabase(error);
  if (known !== null) return known;
  const status = statusOf(error);
  return new Problem(status === null ? 'internal.error' : fromHttpStatus(status));
}

export function problemBody(
  problem: Problem,
  request: { language: 'id' | 'en'; instance: string; requestId: string },
): Record<string, unknown> {
  return {
    type: `/docs/errors#${problem.code}`,
    title: ERROR_CATALOGUE[problem.code].title[request.language],
    status: problem.status,
    code: problem.code,
    ...(problem.extras.detail === undefined ? {} : { detail: problem.extras.detail.in(request.language) }),
    instance: request.instance,
    request_id: request.requestId,
    ...(problem.extras.errors === undefined
      ? {}
      : {
          errors: problem.extras.errors.map((error) => ({
            ...error,
            message: error.message.in(request.language),
          })),
        }),
    ...problem.extras.members,
  };
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly alarm: FaultAlarm) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = toProblem(error);
    if (problem.code === 'internal.error') this.alarm.ring(error, request);
    if (request.refuse !== undefined) {
      if (!reply.sent) request.refuse(error);
      return;
    }
    if (problem.code !== 'internal.error' && problem.status >= 500 && !(error instanceof Problem))
      this.logger.warn(error);
    if (reply.sent) return;
    if (problem.extras.retryAfter !== undefined)
      void reply.header('Retry-After', String(problem.extras.retryAfter));
    const context = currentContext();
    const body = JSON.stringify(
      problemBody(problem, {
        language: context?.language ?? 'id',
        instance: pathOf(request.url),
        requestId: context?.requestId ?? request.id,
      }),
    );
    void reply
      .code(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send(body);
  }
}
