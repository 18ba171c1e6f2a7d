import { ERROR_CATALOGUE, type ErrorCode } from '@tirtapay/contracts';
import type { Sentence } from './sentence';

export interface FieldError {
  /** JSON pointer into the request body, or `?name` for a query parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly message: Sentence;
}

export interface ProblemExtras {
  readonly detail?: Sentence;
  readonly errors?: readonly FieldError[];
  /** Seconds; also sent as the Retry-After header. */
  readonly retryAfter?: number;
  /** Further members of the problem document, e.g. `current_amount`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The one way to refuse: a code of the closed catalogue. The filter turns it into RFC 9457 problem+json. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
    this.status = ERROR_CATALOGUE[code].status;
  }
}
