import { Injectable } from '@nestjs/common';
import { currentContext, currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { CheckCredentials } from '../check-credentials.service';
import type { TwoStepProofBody } from '../dto/two-step.dto';
import { IDENTITY_SAYS } from '../sentences';

/** A session alone may be stolen: whoever changes the second step says the password again, and a code where it is on. */
@Injectable()
export class OwnProof {
  constructor(
    private readonly database: Database,
    private readonly check: CheckCredentials,
  ) {}

  /** @throws Problem request.invalid for a wrong password or code, auth.too_many_attempts */
  async of({ password, code }: TwoStepProofBody): Promise<void> {
    const [own] = await this.database.read<{ username: string }>(
      'SELECT username FROM pengguna WHERE id = $1',
      [currentStaff().id],
    );
    if (own === undefined) throw new Problem('user.not_found');
    await this.check
      .execute(
        { username: own.username, password, ...(code !== undefined && code !== '' && { code }) },
        currentContext()?.ip ?? '',
        () => Promise.resolve(),
      )
      .catch((error: unknown) => {
        // The session of whoever asks is as good as before: not the 401 of a log-in.
        throw error instanceof Problem ? ofField(error) : error;
      });
  }
}

function ofField(problem: Problem): Problem {
  switch (problem.code) {
    case 'auth.invalid_credentials':
      return refusal('/password', IDENTITY_SAYS.wrongPassword);
    case 'auth.two_step_code_needed':
      return refusal('/code', IDENTITY_SAYS.codeNeeded);
    case 'auth.two_step_code_wrong':
      return refusal('/code', IDENTITY_SAYS.wrongCode);
    default:
      return problem;
  }
}

function refusal(pointer: string, message: (typeof IDENTITY_SAYS)['wrongCode']): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code: 'wrong', message }] });
}
