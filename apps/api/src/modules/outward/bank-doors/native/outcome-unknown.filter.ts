import { Catch, type ArgumentsHost } from '@nestjs/common';
import { Problem, ProblemFilter, toProblem } from '../../../../platform/problem';

const RETRY_SECONDS = 5;

/**
 * To a bank, a database that is gone means: we do not know. It must ask status or repeat the same reference, and never
 * conclude that the payment failed.
 */
@Catch()
export class OutcomeUnknownFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    super.catch(
      problem.code === 'service.unavailable'
        ? new Problem('payment.outcome_unknown', { retryAfter: RETRY_SECONDS })
        : error,
      host,
    );
  }
}
