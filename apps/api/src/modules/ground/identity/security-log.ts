import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { writeAudit, type AuditEntry } from '../../../platform/audit';
import { currentContext } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { RateLimiter, type Limit } from '../../../platform/security';

/** An attack must not be able to fill the audit trail: so many rows a minute of one kind from one line, and its network. */
const OF_A_LINE: Limit = { name: 'security-event', points: 20, seconds: 60 };
const OF_A_NETWORK: Limit = { name: 'security-event-network', points: 100, seconds: 60 };

/** Refusals leave no business transaction behind, so their trace (`security.*`) is a transaction of its own. */
@Injectable()
export class SecurityLog {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
  ) {}

  async record(entry: AuditEntry & { readonly action: `security.${string}` }): Promise<void> {
    try {
      const ip = currentContext()?.ip ?? '';
      await this.limiter.consume(OF_A_LINE, `${entry.action}/${lineOf(ip)}`);
      await this.limiter.consume(OF_A_NETWORK, `${entry.action}/${networkOf(ip)}`);
    } catch (error) {
      if (error instanceof Problem) return;
      throw error;
    }
    await this.database.transaction((tx) => writeAudit(tx, entry), 'door');
  }
}
