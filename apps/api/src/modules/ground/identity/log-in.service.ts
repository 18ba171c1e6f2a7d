import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CheckCredentials, type Account, type Checked, type Credentials } from './check-credentials.service';
import { Sessions, type Device, type OpenSession } from './sessions';
import { TWO_STEP_ON } from './two-step/two-step-rows';

@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly check: CheckCredentials,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem auth.invalid_credentials, auth.two_step_code_needed, auth.too_many_attempts */
  execute(credentials: Credentials, device: Device): Promise<{ account: Account; session: OpenSession }> {
    return this.check.execute(credentials, device.ip ?? '', async (account) => ({
      account,
      session: await this.open(account, device),
    }));
  }

  private open(account: Checked, device: Device): Promise<OpenSession> {
    return this.database.transaction(async (tx) => {
      await this.assertStands(tx, account);
      const session = await this.sessions.open(tx, account.id, device);
      await writeAudit(tx, {
        action: 'security.logged_in',
        entityType: 'pengguna',
        entityId: account.id,
        after: { session_id: session.sessionId },
        // the request came from nobody; only now it is known who sent it
        actor: {
          kind: 'USER',
          id: account.id,
          name: account.name,
          role: account.role,
          permissions: new Set(ROLE_PERMISSIONS[account.role]),
          sessionId: session.sessionId,
        },
      });
      return session;
    });
  }

  /**
   * A password is compared long before its session opens: one that was taken away in between opens none, or whoever
   * holds the old one would outlive its reset. The row lock makes log-ins of one person follow each other, so that the
   * session limit holds, and the second step is read under it.
   */
  private async assertStands(tx: Tx, account: Checked): Promise<void> {
    const stands = await tx.execute(
      'UPDATE pengguna SET last_login_at = $2 WHERE id = $1 AND active AND password_hash = $3',
      [account.id, this.clock.date(), account.password_hash],
    );
    if (stands === 0) throw new Problem('auth.invalid_credentials');
    const { two_step } = await tx.one<{ two_step: boolean }>(
      `SELECT ${TWO_STEP_ON} AS two_step FROM pengguna u WHERE u.id = $1`,
      [account.id],
    );
    if (two_step && !account.two_step) throw new Problem('auth.two_step_code_needed');
  }
}
