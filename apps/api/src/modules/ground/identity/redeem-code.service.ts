import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentContext } from '../../../platform/context';
import { Database, type Tx, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { CodeOwnerDto, RedeemCodeBody } from './dto/code.dto';
import { LogInLimits } from './log-in-limits';
import { codeHash } from './one-time-code';
import { hashPassword } from './passwords';
import { IDENTITY_SAYS } from './sentences';
import { SecurityLog } from './security-log';
import { Sessions } from './sessions';
import { assertStrongPassword } from './strong-password';
import type { OneTimeCodeRow } from './entities/one-time-code.entity';
import type { Staff } from './entities/staff.entity';

type Open = RowOf<OneTimeCodeRow, 'id' | 'userId' | 'asksName'> & RowOf<Staff, 'username' | 'name' | 'role'>;

const OPEN = `SELECT k.id, k.user_id, k.asks_name, u.username, u.name, u.role FROM kode_sekali k JOIN pengguna u ON u.id = k.user_id
  WHERE k.code_hash = $1 AND k.redeemed_at IS NULL AND k.voided_at IS NULL AND k.expires_at > $2 AND u.active`;

/** A one-time code becomes a password of the person's own. Unknown, used, replaced and expired codes are told the same. */
@Injectable()
export class RedeemCode {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: LogInLimits,
    private readonly security: SecurityLog,
    private readonly sessions: Sessions,
  ) {}

  /** Whose code it is. @throws Problem auth.code_invalid, auth.too_many_attempts */
  async owner(code: string): Promise<CodeOwnerDto> {
    const { username, name, asks_name: asksName } = await this.find(code);
    return { username, name: asksName ? null : name };
  }

  /** @throws Problem auth.code_invalid, auth.too_many_attempts, user.password_weak, request.invalid without a name */
  async execute({ code, password, name }: RedeemCodeBody): Promise<void> {
    const open = await this.find(code);
    const ownName = open.asks_name ? named(name) : open.name;
    assertStrongPassword(password, [open.username, ownName], '/password');
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      const [locked] = await tx.query<Open & Record<string, unknown>>(`${OPEN} FOR UPDATE OF k`, [
        codeHash(code),
        this.clock.date(),
      ]);
      if (locked === undefined) throw new Problem('auth.code_invalid');
      await this.settle(tx, locked, ownName, passwordHash);
    });
  }

  private async settle(tx: Tx, open: Open, name: string, passwordHash: string): Promise<void> {
    await tx.query(
      'UPDATE kode_sekali SET redeemed_at = $2, maker_half_enc = NULL, checker_half_enc = NULL WHERE id = $1',
      [open.id, this.clock.date()],
    );
    await tx.query(
      'UPDATE pengguna SET name = $2, password_hash = $3, must_change_password = false, version = version + 1 WHERE id = $1',
      [open.user_id, name, passwordHash],
    );
    await this.sessions.endAllOf(tx, open.user_id, 'password_changed');
    await writeAudit(tx, {
      action: 'security.code_redeemed',
      entityType: 'pengguna',
      entityId: open.user_id,
      ...(open.asks_name && { before: { name: open.name }, after: { name } }),
      // The request came from nobody; the code says who it was.
      actor: {
        kind: 'USER',
        id: open.user_id,
        name,
        role: open.role,
        permissions: new Set(ROLE_PERMISSIONS[open.role]),
        sessionId: '',
      },
    });
  }

  /** Counted before the code is looked at, so that guesses side by side count too; a right code costs nothing. */
  private async find(code: string): Promise<Open> {
    const ip = currentContext()?.ip ?? '';
    await this.limits.countCode(ip);
    const [open] = await this.database.read<Open & Record<string, unknown>>(OPEN, [
      codeHash(code),
      this.clock.date(),
    ]);
    if (open === undefined) {
      await this.security.record({ action: 'security.code_refused', entityType: 'pengguna', entityId: null });
      throw new Problem('auth.code_invalid');
    }
    await this.limits.forgiveCode(ip);
    return open;
  }
}

function named(name: string | undefined): string {
  if (name !== undefined) return name;
  throw new Problem('request.invalid', {
    errors: [{ pointer: '/name', code: 'required', message: IDENTITY_SAYS.nameMissing }],
  });
}
