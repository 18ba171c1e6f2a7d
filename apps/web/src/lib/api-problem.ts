import type { FieldObjection } from './field-words';

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  status?: number;
  request_id?: string;
  errors?: FieldObjection[];
}

/** What the API refused and why (RFC 9457). `code` is stable; title and detail come in the language of the page. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly requestId: string | undefined,
    readonly fieldErrors: readonly FieldObjection[],
    /** Seconds until another try makes sense, from Retry-After. */
    readonly retryAfter: number | undefined,
    /** Everything else the problem carries, for instance current_amount. */
    readonly extensions: Readonly<Record<string, unknown>>,
  ) {
    super(title);
  }
}

/** The server could not be reached: nothing is known about what happened to the request. */
export const OFFLINE = 'client.offline';

/** A connection that broke or a fault of the server: whether it was done is not known, and the same may be sent again. */
export const saysNothing = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

/** Reads a refusal, also one that a proxy wrote instead of the API. */
export function problemFrom(response: Response | undefined, body: unknown): ApiProblem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody &
    Record<string, unknown>;
  const status = response?.status ?? problem.status ?? 0;
  const after = Number(response?.headers.get('retry-after') ?? NaN);
  return new ApiProblem(
    status,
    problem.code ?? (status === 0 ? OFFLINE : 'internal.error'),
    problem.title ?? '',
    problem.detail,
    problem.request_id ?? response?.headers.get('x-request-id') ?? undefined,
    problem.errors ?? [],
    Number.isFinite(after) ? after : undefined,
    problem,
  );
}

/** `/meter/serial` of the server is `meter.serial` of a form. */
export function fieldPath(pointer: string): string {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .filter((part) => part !== '' && part !== 'body')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
