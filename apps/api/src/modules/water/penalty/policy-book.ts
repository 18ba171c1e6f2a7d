import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import type { PenaltyPolicy } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';
import { POLICY_COLUMNS, toPolicy, type StoredPolicy } from './stored-policy';

const ACTIVE = `SELECT ${POLICY_COLUMNS} FROM kebijakan_denda WHERE active ORDER BY id`;

/** How long another replica may go on with the old rules. */
const FRESH_MILLISECONDS = 5_000;

/** The penalty rules in force. Every inquiry asks, so they are kept for a few seconds. */
@Injectable()
export class PolicyBook {
  private kept: { readonly policies: Promise<readonly PenaltyPolicy[]>; readonly until: number } | undefined;

  constructor(private readonly database: Database) {}

  current(): Promise<readonly PenaltyPolicy[]> {
    // Elapsed time, not the time of day: a clock set back must not keep old rules alive.
    const now = performance.now();
    if (this.kept === undefined || now >= this.kept.until) {
      const policies = this.read();
      this.kept = { policies, until: now + FRESH_MILLISECONDS };
      policies.catch(() => {
        this.forget();
      });
    }
    return this.kept.policies;
  }

  /** As they are at this moment, for whoever holds them still: what is kept here may be some seconds old. */
  async within(tx: Tx): Promise<readonly PenaltyPolicy[]> {
    return (await tx.query<StoredPolicy & object>(ACTIVE)).map(toPolicy);
  }

  /** After a change in this process; other processes follow within five seconds. */
  forget(): void {
    this.kept = undefined;
  }

  private async read(): Promise<readonly PenaltyPolicy[]> {
    return (await this.database.read<StoredPolicy & object>(ACTIVE)).map(toPolicy);
  }
}
