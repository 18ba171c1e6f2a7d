import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { writeAudit } from '../../../platform/audit';
import { currentContext } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { Staff } from './entities/staff.entity';
import { IDENTITY_SAYS } from './sentences';
import { LogInLimits } from './log-in-limits';
import { assertStrongPassword } from './strong-password';
import { hashPassword, passwordMatches } from './passwords';
import { Sessions, type Device, type OpenSession } from './sessions';

/** A person changes the own password. Every session ends, also this one; the page goes on with a new one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly limits: LogInLimits,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /** @throws Problem request.invalid (wrong current password), user.password_weak, auth.too_many_attempts */
  async execute(
    userId: number,
    change: { readonly current_password: string; readonly new_password: string },
    device: Device,
  ): Promise<OpenSession> {
    const owner = await this.staff.findOneBy({ id: userId });
    if (owner === null) throw new Problem('user.not_found');
    await this.checkCurrent(owner, change.current_password);
    assertStrongPassword(change.new_password, [owner.username, owner.name], '/new_password');
    if (change.new_password === change.current_password) refuse('/new_password', 'unchanged');
    const passwordHash = await hashPassword(change.new_password);
    return this.database.transaction(async (tx) => {
      const changed = await tx.execute(
        `UPDATE pengguna SET password_hash = $2, must_change_password = false, version = version + 1
         WHERE id = $1 AND active AND password_hash = $3`,
        [userId, passwordHash, owner.passwordHash],
      );
      // Reset or changed since it was compared: the newer word stands.
      if (changed === 0) refuse('/current_password', 'wrong');
      await this.sessions.endAllOf(tx, userId, 'password_changed');
      await writeAudit(tx, {
        action: 'security.password_changed',
        entityType: 'pengguna',
        entityId: userId,
      });
      return this.sessions.open(tx, userId, device);
    });
  }

  /** A stolen session must not become a way to guess the password. */
  private async checkCurrent(owner: Staff, password: string): Promise<void> {
    const attempt = { username: owner.username, ip: currentContext()?.ip ?? '', familiar: true };
    await this.limits.count(attempt);
    if (!(await passwordMatches(owner.passwordHash, password))) refuse('/current_password', 'wrong');
    await this.limits.forgive(attempt);
  }
}

function refuse(pointer: string, code: 'wrong' | 'unchanged'): never {
  const message = code === 'wrong' ? IDENTITY_SAYS.wrongPassword : IDENTITY_SAYS.samePassword;
  throw new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
