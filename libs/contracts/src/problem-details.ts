import type { ErrorCode } from './errors/error-code';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** One wrong place in a request. `pointer` is an RFC 6901 JSON pointer into the body ('' for the body itself). */
export type FieldProblem = { readonly pointer: string; readonly code: string; readonly message: string };

/**
 * RFC 9457. Clients decide by `code`, which never changes its meaning; titles and details are for people and are
 * in the language the client asked for.
 */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
  readonly request_id: string;
  /** `payment.amount_mismatch`: what is due now, in rupiah. */
  readonly current_amount?: number;
  /** `payment.in_progress`, limits, cut-off: seconds; the same value stands in the Retry-After header. */
  readonly retry_after?: number;
  /** `version.conflict`: the version the row has now. */
  readonly current_version?: number;
};

/** The `type` member: where this code is explained. Relative, because every utility has its own host. */
export function problemType(code: ErrorCode): string {
  return `/docs/errors#${code}`;
}
