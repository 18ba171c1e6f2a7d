import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { CheckCredentials, type Account, type Credentials } from './check-credentials.service';
import { Sessions, type Device, type OpenSession } from './sessions';

@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly check: CheckCredentials,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem auth.invalid_credentials, auth.too_many_attempts */
  execute(credentials: Credentials, device: Device): Promise<{ account: Account; session: OpenSession }> {
    return this.check.execute(credentials, device.ip ?? '', async (account) => ({
      account,
      session: await this.open(account, device),
    }));
  }

  private open(account: Account, device: Device): Promise<OpenSession> {
    return this.database.transaction(async (tx) => {
      // the row lock makes log-ins of one person follow each other, so that the session limit holds
      await tx.query('UPDATE pengguna SET last_login_at = $2 WHERE id = $1', [account.id, this.clock.date()]);
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
}
