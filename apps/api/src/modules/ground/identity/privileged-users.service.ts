import { Injectable, type OnModuleInit } from '@nestjs/common';
import { becomesPrivileged, CODE_NAMES, isPrivileged, type Role } from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, violatedConstraint, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval, type SettledApproval } from '../approvals';
import { ChangeUser } from './change-user.service';
import { CodeHalves } from './code-halves.service';
import type { RequestUserBody, RequestUserChangeBody, UserRequestedDto } from './dto/user-request.dto';
import { issueCode } from './one-time-codes';

export const USER_APPROVAL = 'privileged_user';

/** Of two people who decide none should have to know codes. */
const roleWord = (role: Role): string => CODE_NAMES.role[role].id;

/** Whoever becomes one of those who ask or decide comes in anew: a password or an app that somebody else may know ends. */
const NO_WAY_BACK_IN = { reset_password: true, reset_two_step: true } as const;

type UserChange =
  | ({ readonly action: 'CREATE' } & Omit<RequestUserBody, 'reason'>)
  | ({
      readonly action: 'CHANGE';
      readonly user_id: number;
      readonly username: string;
    } & Omit<RequestUserChangeBody, 'reason'>);

/**
 * Whoever could make a second self could be both persons of every decision. So people who ask or decide are made and
 * changed by two, and the code that lets a new one in is shown half to each: neither can become that person alone.
 */
@Injectable()
export class PrivilegedUsers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly changes: ChangeUser,
    private readonly halves: CodeHalves,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followUps.on(USER_APPROVAL, {
      approved: (tx, event) => this.apply(tx, event),
    });
  }

  /** @throws Problem user.duplicate */
  async requestNew({ reason, ...user }: RequestUserBody): Promise<UserRequestedDto> {
    return this.database.transaction(async (tx) => {
      const known = await tx.query('SELECT FROM pengguna WHERE username = $1', [user.username]);
      if (known.length > 0) throw new Problem('user.duplicate');
      return this.ask(tx, {
        entityId: null,
        summary: `Pengguna baru ${user.name} (${user.username}) – ${roleWord(user.role)}`,
        payload: { action: 'CREATE', ...user },
        reason,
      });
    });
  }

  /** @throws Problem user.not_found, version.conflict, approval.pending */
  async requestChange(id: number, { reason, ...change }: RequestUserChangeBody): Promise<UserRequestedDto> {
    return this.database.transaction(async (tx) => {
      const [user] = await tx.query<{ username: string; name: string; role: Role; version: number }>(
        'SELECT username, name, role, version FROM pengguna WHERE id = $1',
        [id],
      );
      if (user === undefined) throw new Problem('user.not_found');
      if (user.version !== change.version) throw await changedMeanwhile(tx, 'pengguna', id, user.version);
      const asked = {
        ...change,
        ...(becomesPrivileged(user.role, change.role ?? user.role) && NO_WAY_BACK_IN),
      };
      const role =
        change.role === undefined || change.role === user.role
          ? ''
          : ` – ${roleWord(user.role)} → ${roleWord(change.role)}`;
      return this.ask(tx, {
        entityId: id,
        summary: `${wanted(asked)} ${user.name} (${user.username})${role}`,
        payload: { action: 'CHANGE', user_id: id, username: user.username, ...asked },
        reason,
      });
    });
  }

  private async ask(
    tx: Tx,
    request: {
      readonly entityId: number | null;
      readonly summary: string;
      readonly payload: UserChange;
      readonly reason: string;
    },
  ): Promise<UserRequestedDto> {
    const id = await this.approvals.request(tx, {
      kind: USER_APPROVAL,
      entityType: 'pengguna',
      ...request,
    });
    return { approval_id: id, status: 'PENDING' };
  }

  /** @throws Problem user.not_found, user.duplicate, version.conflict, approval.outdated */
  private async apply(tx: Tx, event: SettledApproval): Promise<void> {
    const change = event.payload as UserChange;
    if (change.action === 'CREATE') {
      await this.giveCode(tx, await this.create(tx, change), event.approvalId);
      return;
    }
    const { action: _action, user_id: id, username: _username, reset_password: reset, ...rest } = change;
    const { role, becamePrivileged } = await this.changes.apply(tx, id, rest, { approved: true });
    // Asked for by an older release, which did not say so to whoever agrees.
    if (becamePrivileged && reset !== true) throw new Problem('approval.outdated');
    // A new code is a way in: only where somebody is let in.
    if (reset === true) await this.reset(tx, id, event.approvalId, role);
  }

  private async create(tx: Tx, user: Extract<UserChange, { action: 'CREATE' }>): Promise<number> {
    const [row] = await tx
      .query<{ id: number }>(
        'INSERT INTO pengguna (username, name, email, role, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
        [user.username, user.name, user.email ?? null, user.role, this.clock.date()],
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'pengguna_username_key') throw new Problem('user.duplicate');
        throw error;
      });
    if (row === undefined) throw new Error('user not written');
    await writeAudit(tx, {
      action: 'user.created',
      entityType: 'pengguna',
      entityId: row.id,
      after: { username: user.username, name: user.name, role: user.role, active: true },
    });
    return row.id;
  }

  private async reset(tx: Tx, id: number, approvalId: number, role: Role): Promise<void> {
    await this.changes.endSessions(tx, id);
    await this.giveCode(tx, id, approvalId);
    await writeAudit(tx, {
      action: 'security.password_changed',
      entityType: 'pengguna',
      entityId: id,
      after: { password_reset: true, privileged: isPrivileged(role) },
    });
  }

  private async giveCode(tx: Tx, userId: number, approvalId: number): Promise<void> {
    const issued = await issueCode(tx, { userId, approvalId, asksName: false, now: this.clock.date() });
    await this.halves.keep(tx, issued.id, issued.code);
  }
}

function wanted({
  reset_password: password,
  reset_two_step: twoStep,
}: Partial<RequestUserChangeBody>): string {
  if (twoStep === true)
    return password === true ? 'Kata sandi baru dan lepas dua langkah' : 'Lepas verifikasi dua langkah';
  return password === true ? 'Kata sandi baru' : 'Perubahan pengguna';
}
