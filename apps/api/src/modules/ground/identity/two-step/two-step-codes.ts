import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import type { TwoStep } from '../entities/two-step.entity';
import { LogInLimits } from '../log-in-limits';
import { codeHash } from '../one-time-code';
import { SecurityLog } from '../security-log';
import { freshStep } from './totp';

const APP_CODE = /^[0-9]{6}$/;

type Secret = RowOf<TwoStep, 'id' | 'secretEnc' | 'lastStep'>;

/** The second step: a code of the app, or one of the recovery codes; each works once. */
@Injectable()
export class TwoStepCodes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly limits: LogInLimits,
    private readonly security: SecurityLog,
  ) {}

  /**
   * Counted by itself before it is looked at: who knows the password may not try a million codes.
   * @throws Problem auth.two_step_code_wrong, auth.too_many_attempts
   */
  async take(userId: number, typed: string): Promise<void> {
    await this.limits.countTwoStep(userId);
    const taken = await this.database.transaction((tx) => this.accept(tx, userId, typed));
    if (!taken) {
      await this.security.record({
        action: 'security.two_step_refused',
        entityType: 'pengguna',
        entityId: userId,
      });
      throw new Problem('auth.two_step_code_wrong');
    }
    await this.limits.forgiveTwoStep(userId);
  }

  /** The row lock makes two uses of one code follow each other. */
  async acceptAppCode(
    tx: Tx,
    { id, secret_enc: sealed, last_step: lastStep }: Secret,
    typed: string,
  ): Promise<boolean> {
    if (sealed === null) return false;
    const secret = Buffer.from(
      this.vault.open(sealed, { table: 'two_step', column: 'secret_enc', id }),
      'base64',
    );
    const step = freshStep(secret, typed.replaceAll(/\s/g, ''), { now: this.clock.now(), lastStep });
    if (step === null) return false;
    await tx.query('UPDATE two_step SET last_step = $2 WHERE id = $1', [id, step]);
    return true;
  }

  private async accept(tx: Tx, userId: number, typed: string): Promise<boolean> {
    const [row] = await tx.query<Secret & Record<string, unknown>>(
      `SELECT id, secret_enc, last_step FROM two_step
       WHERE user_id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL FOR UPDATE`,
      [userId],
    );
    if (row === undefined) return false;
    if (APP_CODE.test(typed.replaceAll(/\s/g, ''))) return this.acceptAppCode(tx, row, typed);
    const [used] = await tx.query(
      `UPDATE recovery_code SET used_at = $3
       WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL AND voided_at IS NULL RETURNING id`,
      [userId, codeHash(typed), this.clock.date()],
    );
    if (used === undefined) return false;
    const { left } = await tx.one<{ left: number }>(
      'SELECT count(*)::int AS left FROM recovery_code WHERE user_id = $1 AND used_at IS NULL AND voided_at IS NULL',
      [userId],
    );
    await writeAudit(tx, {
      action: 'security.recovery_code_used',
      entityType: 'pengguna',
      entityId: userId,
      after: { left },
    });
    return true;
  }
}
