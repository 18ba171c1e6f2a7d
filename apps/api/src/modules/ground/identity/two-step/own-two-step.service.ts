import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import type { NewTwoStepDto, RecoveryCodesDto } from '../dto/two-step.dto';
import type { TwoStep } from '../entities/two-step.entity';
import { IDENTITY_SAYS } from '../sentences';
import { Sessions } from '../sessions';
import { base32, keyUri, newSecret } from './totp';
import { TwoStepCodes } from './two-step-codes';
import { endTwoStep, issueRecoveryCodes } from './two-step-rows';

type Begun = RowOf<TwoStep, 'id' | 'secretEnc' | 'lastStep'>;

/** How the app names us. */
const ISSUER = 'TirtaPay';

/** A person's own second step. Whoever calls has proved who they are anew (OwnProof), but for the confirmation. */
@Injectable()
export class OwnTwoStep {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly codes: TwoStepCodes,
    private readonly sessions: Sessions,
  ) {}

  /** A secret for a new app; the one before stays good until a code of the new one came. */
  async begin(): Promise<NewTwoStepDto> {
    const { id: userId } = currentStaff();
    const secret = newSecret();
    return this.database.transaction(async (tx) => {
      const { username } = await tx.one<{ username: string }>(
        'SELECT username FROM pengguna WHERE id = $1 FOR UPDATE',
        [userId],
      );
      await tx.query(
        `UPDATE two_step SET ended_at = $2, secret_enc = NULL
         WHERE user_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL`,
        [userId, this.clock.date()],
      );
      const { id } = await tx.one<{ id: number }>(
        'INSERT INTO two_step (user_id, created_at) VALUES ($1, $2) RETURNING id',
        [userId, this.clock.date()],
      );
      await tx.query('UPDATE two_step SET secret_enc = $2 WHERE id = $1', [
        id,
        this.vault.seal(secret.toString('base64'), { table: 'two_step', column: 'secret_enc', id }),
      ]);
      return { secret: base32(secret), uri: keyUri(secret, ISSUER, username) };
    });
  }

  /**
   * A first code of the new app turns it on. Sessions that a password alone opened elsewhere end.
   * @throws Problem request.invalid for a wrong code or when nothing was begun
   */
  async confirm(code: string): Promise<RecoveryCodesDto> {
    const { id: userId, sessionId } = currentStaff();
    return this.database.transaction(async (tx) => {
      // A log-in that asked for no code comes before, and its session ends, or after, and asks for one.
      await tx.query('SELECT FROM pengguna WHERE id = $1 FOR UPDATE', [userId]);
      const begun = await this.begun(tx, userId);
      if (begun === undefined || !(await this.codes.acceptAppCode(tx, begun, code)))
        throw new Problem('request.invalid', {
          errors: [{ pointer: '/code', code: 'wrong', message: IDENTITY_SAYS.wrongCode }],
        });
      const now = this.clock.date();
      await tx.query(
        `UPDATE two_step SET ended_at = $2, secret_enc = NULL
         WHERE user_id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL`,
        [userId, now],
      );
      await tx.query('UPDATE two_step SET confirmed_at = $2 WHERE id = $1', [begun.id, now]);
      await this.sessions.endOthersOf(tx, userId, sessionId, 'two_step_changed');
      await writeAudit(tx, { action: 'security.two_step_on', entityType: 'pengguna', entityId: userId });
      return { recovery_codes: await issueRecoveryCodes(tx, userId, now) };
    });
  }

  /** @throws Problem auth.two_step_off while it is not on */
  async renewRecoveryCodes(): Promise<RecoveryCodesDto> {
    const { id: userId } = currentStaff();
    return this.database.transaction(async (tx) => {
      await this.assertOn(tx, userId);
      await writeAudit(tx, {
        action: 'security.recovery_codes_renewed',
        entityType: 'pengguna',
        entityId: userId,
      });
      return { recovery_codes: await issueRecoveryCodes(tx, userId, this.clock.date()) };
    });
  }

  /** @throws Problem auth.two_step_off while it is not on */
  async turnOff(): Promise<void> {
    const { id: userId } = currentStaff();
    await this.database.transaction(async (tx) => {
      await this.assertOn(tx, userId);
      await endTwoStep(tx, userId, this.clock.date());
      await writeAudit(tx, { action: 'security.two_step_off', entityType: 'pengguna', entityId: userId });
    });
  }

  private async begun(tx: Tx, userId: number): Promise<Begun | undefined> {
    const [row] = await tx.query<Begun & Record<string, unknown>>(
      `SELECT id, secret_enc, last_step FROM two_step
       WHERE user_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL FOR UPDATE`,
      [userId],
    );
    return row;
  }

  private async assertOn(tx: Tx, userId: number): Promise<void> {
    const on = await tx.query(
      'SELECT FROM two_step WHERE user_id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL FOR UPDATE',
      [userId],
    );
    if (on.length === 0) throw new Problem('auth.two_step_off');
  }
}
