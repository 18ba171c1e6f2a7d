import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { becomesPrivileged, isPrivileged, type Role } from '@tirtapay/domain';
import { Repository } from 'typeorm';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangeUserBody } from './dto/user.dto';
import { Staff } from './entities/staff.entity';
import { hashPassword } from './passwords';
import { Sessions, type EndReason } from './sessions';
import { endTwoStep } from './two-step/two-step-rows';
import { assertStrongPassword } from './strong-password';

/** What a change made of somebody. */
export interface ChangedUser {
  readonly role: Role;
  /** Takes part in decisions now, and did not before. */
  readonly becamePrivileged: boolean;
}

type Current = RowOf<Staff, 'username' | 'name' | 'email' | 'role' | 'active' | 'version'>;

@Injectable()
export class ChangeUser {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /**
   * Another role, a new password or a disabled user ends every session of that user at once. One person may do it to
   * people who neither ask for nor decide what needs two, and may shut anybody out.
   * @throws Problem user.not_found, version.conflict, user.last_admin, user.password_weak, user.needs_second_person
   */
  async execute(id: number, { password, ...change }: ChangeUserBody): Promise<void> {
    const passwordHash = password === undefined ? null : await this.newHash(id, password);
    await this.database.transaction((tx) => this.apply(tx, id, change, { approved: false, passwordHash }));
  }

  /**
   * Whoever made a meter reader knows the password and may have set up the app: who becomes privileged keeps neither, the
   * password being replaced by whoever holds the approval.
   */
  async apply(
    tx: Tx,
    id: number,
    change: Omit<ChangeUserBody, 'password'>,
    { approved, passwordHash = null }: { readonly approved: boolean; readonly passwordHash?: string | null },
  ): Promise<ChangedUser> {
    await this.lockAdministrators(tx);
    const current = await this.lock(tx, id);
    if (current.version !== change.version) throw await changedMeanwhile(tx, 'pengguna', id, current.version);
    const next = {
      name: change.name ?? current.name,
      email: change.email === undefined ? current.email : change.email,
      role: change.role ?? current.role,
      active: change.active ?? current.active,
    };
    const becamePrivileged = becomesPrivileged(current.role, next.role);
    const resets = {
      password: passwordHash !== null,
      twoStep: change.reset_two_step === true || becamePrivileged,
    };
    if (!approved && needsSecondPerson(current, next, resets.password || resets.twoStep))
      throw new Problem('user.needs_second_person');
    if (current.role === 'ADMIN_SUPER' && current.active && (next.role !== 'ADMIN_SUPER' || !next.active))
      await this.assertAnotherAdministrator(tx, id);
    await tx.query(
      `UPDATE pengguna SET name = $2, email = $3, role = $4, active = $5, version = version + 1,
              password_hash = coalesce($6, password_hash), must_change_password = must_change_password OR $6 IS NOT NULL
       WHERE id = $1`,
      [id, next.name, next.email, next.role, next.active, passwordHash],
    );
    if (resets.twoStep) await endTwoStep(tx, id, this.clock.date());
    const reason = endReason(current, next, resets);
    if (reason !== null) await this.sessions.endAllOf(tx, id, reason);
    await writeAudit(tx, {
      action: reason === null ? 'user.changed' : `security.${reason}`,
      entityType: 'pengguna',
      entityId: id,
      before: summary(current),
      after: { ...summary(next), password_reset: resets.password, two_step_reset: resets.twoStep },
    });
    return { role: next.role, becamePrivileged };
  }

  /** A password that is about to be replaced lets nobody in any more. */
  endSessions(tx: Tx, id: number): Promise<void> {
    return this.sessions.endAllOf(tx, id, 'password_changed');
  }

  private async newHash(id: number, password: string): Promise<string> {
    const user = await this.staff.findOneBy({ id });
    if (user === null) throw new Problem('user.not_found');
    assertStrongPassword(password, [user.username, user.name], '/password');
    return hashPassword(password);
  }

  /** Two administrators who demote each other at the same moment must not leave nobody; one lock order for all. */
  private async lockAdministrators(tx: Tx): Promise<void> {
    await tx.query("SELECT id FROM pengguna WHERE role = 'ADMIN_SUPER' AND active ORDER BY id FOR UPDATE");
  }

  private async lock(tx: Tx, id: number): Promise<Current> {
    const [current] = await tx.query<Current & Record<string, unknown>>(
      'SELECT username, name, email, role, active, version FROM pengguna WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (current === undefined) throw new Problem('user.not_found');
    return current;
  }

  private async assertAnotherAdministrator(tx: Tx, id: number): Promise<void> {
    const others = await tx.query(
      "SELECT id FROM pengguna WHERE role = 'ADMIN_SUPER' AND active AND id <> $1 LIMIT 1",
      [id],
    );
    if (others.length === 0) throw new Problem('user.last_admin');
  }
}

type Person = Omit<Current, 'username' | 'version'>;

/** Shutting somebody out opens no door, so it needs nobody else; everything else about such people does. */
function needsSecondPerson(current: Person, next: Person, reset: boolean): boolean {
  if (!isPrivileged(current.role) && !isPrivileged(next.role)) return false;
  const onlyShutOut =
    !next.active &&
    !reset &&
    next.role === current.role &&
    next.name === current.name &&
    next.email === current.email;
  return !onlyShutOut;
}

function endReason(
  current: Current,
  next: { readonly role: Role; readonly active: boolean },
  resets: { readonly password: boolean; readonly twoStep: boolean },
): EndReason | null {
  if (current.active && !next.active) return 'user_disabled';
  if (current.role !== next.role) return 'role_changed';
  if (resets.twoStep) return 'two_step_changed';
  return resets.password ? 'password_changed' : null;
}

function summary(user: { readonly name: string; readonly role: Role; readonly active: boolean }): object {
  return { name: user.name, role: user.role, active: user.active };
}
