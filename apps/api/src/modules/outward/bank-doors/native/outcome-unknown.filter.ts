import { Catch, type ArgumentsHost } from '@nestjs/common';
import { Problem, ProblemFilter, toProblem } from '../../../../platform/problem';

const RETRY_SECONDS = 5;

const UNKNOWN: ReadonlySet<string> = new Set(['service.unavailable', 'request.outcome_unknown']);

/**
 * To a bank that pays or takes back, a database that is gone means: we do not know. It must ask status or repeat the
 * same reference, and never conclude that it failed. Calls that only read keep their own code: they can be repeated.
 */
@Catch()
export class OutcomeUnknownFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    super.catch(
      UNKNOWN.has(problem.code)
        ? new Problem('payment.outcome_unknown', { retryAfter: RETRY_SECONDS })
        : error,
      host,
    );
  }
}
