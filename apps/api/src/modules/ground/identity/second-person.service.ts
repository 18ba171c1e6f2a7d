import { Injectable } from '@nestjs/common';
import { hasPermission, type Permission } from '@tirtapay/domain';
import { currentContext, currentStaff } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CheckCredentials, type Checked, type Credentials } from './check-credentials.service';
import { SecurityLog } from './security-log';
import { TwoStepRule } from './two-step/two-step-rule';

export interface AgreeingPerson {
  readonly id: number;
  readonly name: string;
}

/**
 * Somebody else agrees at the place where it happens, with their own name and password typed into the dialog of whoever
 * asks. No session is opened, and it counts against the same limits as a log-in.
 */
@Injectable()
export class SecondPerson {
  constructor(
    private readonly check: CheckCredentials,
    private readonly security: SecurityLog,
    private readonly rule: TwoStepRule,
    private readonly database: Database,
  ) {}

  /**
   * Wrong credentials and a person without the permission get the same answer: who may agree is nobody's guess.
   * @throws Problem auth.second_person_refused, auth.second_person_code, auth.too_many_attempts, approval.same_person
   */
  async agree(credentials: Credentials, permission: Permission): Promise<AgreeingPerson> {
    const asking = currentStaff();
    // Not the 401 of a log-in: the session of whoever asks is as good as before.
    const refused = (error: unknown): never => {
      throw error instanceof Problem ? atThePlace(error) : error;
    };
    return this.check
      .execute(credentials, currentContext()?.ip ?? '', async (account) => {
        const refusal =
          account.id === asking.id
            ? 'approval.same_person'
            : hasPermission(account.role, permission) &&
                !account.must_change_password &&
                (account.two_step || !this.rule.demands(account.role)) &&
                (await this.stands(account))
              ? null
              : 'auth.second_person_refused';
        await this.security.record({
          action: refusal === null ? 'security.second_person_agreed' : 'security.second_person_refused',
          entityType: 'pengguna',
          entityId: account.id,
          after: { permission, asked_by: asking.id },
        });
        if (refusal !== null) throw new Problem(refusal);
        return { id: account.id, name: account.name };
      })
      .catch(refused);
  }

  /** A password is compared for a tenth of a second: one that is taken away meanwhile agrees to nothing. */
  private async stands({ id, password_hash: hash }: Checked): Promise<boolean> {
    const found = await this.database.write(
      'SELECT FROM pengguna WHERE id = $1 AND active AND password_hash = $2 FOR SHARE',
      [id, hash],
    );
    return found.length > 0;
  }
}

function atThePlace(problem: Problem): Problem {
  switch (problem.code) {
    case 'auth.invalid_credentials':
      return new Problem('auth.second_person_refused');
    case 'auth.two_step_code_needed':
    case 'auth.two_step_code_wrong':
      return new Problem('auth.second_person_code');
    default:
      return problem;
  }
}
