import { Injectable } from '@nestjs/common';
import { isPrivileged } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, violatedConstraint } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { CreateUserBody } from './dto/user.dto';
import { hashPassword } from './passwords';
import { assertStrongPassword } from './strong-password';

@Injectable()
export class CreateUser {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The password is temporary: whoever typed it is not the person who will use it. Only for people who neither ask for
   * nor decide what needs two.
   * @throws Problem user.duplicate, user.password_weak, user.needs_second_person
   */
  async execute(user: CreateUserBody): Promise<number> {
    if (isPrivileged(user.role)) throw new Problem('user.needs_second_person');
    assertStrongPassword(user.password, [user.username, user.name], '/password');
    const passwordHash = await hashPassword(user.password);
    return this.database.transaction(async (tx) => {
      const row = await tx
        .one<{ id: number }>(
          `INSERT INTO pengguna (username, name, email, password_hash, role, must_change_password, created_at)
           VALUES ($1, $2, $3, $4, $5, true, $6) RETURNING id`,
          [user.username, user.name, user.email ?? null, passwordHash, user.role, this.clock.date()],
        )
        .catch((error: unknown) => {
          if (violatedConstraint(error) === 'pengguna_username_key') throw new Problem('user.duplicate');
          throw error;
        });
      await writeAudit(tx, {
        action: 'user.created',
        entityType: 'pengguna',
        entityId: row.id,
        after: { username: user.username, name: user.name, role: user.role, active: true },
      });
      return row.id;
    });
  }
}
