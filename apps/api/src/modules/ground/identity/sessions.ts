import { Inject, Injectable } from '@nestjs/common';
import { createHash, createHmac, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';
import type { Tx } from '../../../platform/database';

const HOUR = 3_600_000;
/** Unused for a day, or a week old: log in again. */
const IDLE_LIMIT = 24 * HOUR;
const AGE_LIMIT = 7 * 24 * HOUR;

export interface Device {
  readonly userAgent: string | null;
  readonly ip: string | null;
}

export interface OpenSession {
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

export type EndReason =
  | 'logged_out'
  | 'ended_by_user'
  | 'ended_by_another'
  | 'too_many_sessions'
  | 'password_changed'
  | 'two_step_changed'
  | 'role_changed'
  | 'user_disabled'
  | 'refresh_reused';

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Rows of sessions and their refresh tokens. */
@Injectable()
export class Sessions {
  private readonly successorKey: KeyObject;
  private readonly sessionsPerPerson: number;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    const [current] = config.jwtKeys;
    if (current === undefined) throw new Error('no key to derive refresh tokens with');
    this.successorKey = current.key;
    this.sessionsPerPerson = config.sessionsPerPerson;
  }

  /** A new session with a new id (no fixation). The caller holds the lock of the user's row. */
  async open(tx: Tx, userId: number, device: Device): Promise<OpenSession> {
    const now = this.clock.date();
    await tx.query(
      `UPDATE user_session SET revoked_at = $2, revoked_reason = $3
       WHERE id IN (SELECT id FROM user_session WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2
                    ORDER BY last_seen_at DESC, created_at DESC OFFSET $4)`,
      [userId, now, 'too_many_sessions' satisfies EndReason, this.sessionsPerPerson - 1],
    );
    const sessionId = randomUUID();
    const refreshToken = randomBytes(32).toString('base64url');
    const expiresAt = this.expiry(now.getTime(), now.getTime());
    await tx.query(
      `INSERT INTO user_session (id, user_id, created_at, last_seen_at, expires_at, user_agent, ip)
       VALUES ($1, $2, $3, $3, $4, $5, $6)`,
      [sessionId, userId, now, expiresAt, device.userAgent, device.ip],
    );
    await this.insertToken(tx, sessionId, refreshToken);
    return { sessionId, refreshToken, expiresAt };
  }

  async insertToken(tx: Tx, sessionId: string, token: string): Promise<number> {
    const row = await tx.one<{ id: number }>(
      'INSERT INTO refresh_token (session_id, token_hash, created_at) VALUES ($1, $2, $3) RETURNING id',
      [sessionId, tokenHash(token), this.clock.date()],
    );
    return row.id;
  }

  /**
   * The token that follows another one. Derived instead of random, so that two refreshes of one browser at the same
   * moment get the very same successor although only its hash is stored.
   */
  successorOf(token: string): string {
    return createHmac('sha256', this.successorKey).update(`refresh/${token}`).digest('base64url');
  }

  expiry(createdAt: number, now: number): Date {
    return new Date(Math.min(now + IDLE_LIMIT, createdAt + AGE_LIMIT));
  }

  async end(tx: Tx, sessionId: string, reason: EndReason): Promise<void> {
    await tx.query(
      'UPDATE user_session SET revoked_at = $2, revoked_reason = $3 WHERE id = $1 AND revoked_at IS NULL',
      [sessionId, this.clock.date(), reason],
    );
  }

  async endOthersOf(tx: Tx, userId: number, sessionId: string, reason: EndReason): Promise<void> {
    await tx.query(
      'UPDATE user_session SET revoked_at = $2, revoked_reason = $3 WHERE user_id = $1 AND id <> $4 AND revoked_at IS NULL',
      [userId, this.clock.date(), reason, sessionId],
    );
  }

  async endAllOf(tx: Tx, userId: number, reason: EndReason): Promise<void> {
    await tx.query(
      'UPDATE user_session SET revoked_at = $2, revoked_reason = $3 WHERE user_id = $1 AND revoked_at IS NULL',
      [userId, this.clock.date(), reason],
    );
  }
}
