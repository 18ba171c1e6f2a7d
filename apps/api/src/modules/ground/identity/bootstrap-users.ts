import type { Role } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { CONSOLE_ACTOR } from '../../../platform/context';
import { violatedConstraint, type Tx } from '../../../platform/database';
import { wholeCode } from './one-time-code';
import { endTwoStep } from './two-step/two-step-rows';
import { issueCode } from './one-time-codes';

/** A user made or renewed at the console of the server, and the code that lets that person in once. */
export interface ConsoleUser {
  readonly username: string;
  readonly code: string;
}

export class UsernameTaken extends Error {}

/** Two, because no request can be decided by the one who asked. */
const FIRST_USERS = ['super1', 'super2'] as const;

/**
 * The first start on an empty database: two super administrators, each with a code of their own. Several processes that
 * start at once make them once.
 * @returns empty when there are users already
 */
export async function makeFirstUsers(tx: Tx, now: Date): Promise<ConsoleUser[]> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('first users'))");
  const known = await tx.query('SELECT FROM pengguna LIMIT 1');
  if (known.length > 0) return [];
  const made: ConsoleUser[] = [];
  for (const [index, username] of FIRST_USERS.entries())
    made.push(
      await makeUser(tx, now, {
        username,
        name: `Admin Super ${String(index + 1)}`,
        role: 'ADMIN_SUPER',
        asksName: true,
      }),
    );
  return made;
}

/** @throws UsernameTaken */
export async function makeUser(
  tx: Tx,
  now: Date,
  user: {
    readonly username: string;
    readonly name: string;
    readonly role: Role;
    readonly asksName: boolean;
  },
): Promise<ConsoleUser> {
  const [row] = await tx
    .query<{ id: number }>(
      'INSERT INTO pengguna (username, name, role, created_at) VALUES ($1, $2, $3, $4) RETURNING id',
      [user.username, user.name, user.role, now],
    )
    .catch((error: unknown) => {
      if (violatedConstraint(error) === 'pengguna_username_key') throw new UsernameTaken();
      throw error;
    });
  if (row === undefined) throw new Error('user not written');
  await writeAudit(tx, {
    action: 'user.created',
    entityType: 'pengguna',
    entityId: row.id,
    after: { username: user.username, name: user.name, role: user.role, active: true },
    actor: CONSOLE_ACTOR,
  });
  const { code } = await issueCode(tx, {
    userId: row.id,
    approvalId: null,
    asksName: user.asksName,
    now,
  });
  return { username: user.username, code: wholeCode(code) };
}

/** A new code for a user who lost the first one, or the app of the second step. @returns null when nobody has that name */
export async function renewCode(tx: Tx, now: Date, username: string): Promise<ConsoleUser | null> {
  const [user] = await tx.query<{ id: number; asks_name: boolean }>(
    `SELECT u.id, EXISTS (SELECT FROM kode_sekali k WHERE k.user_id = u.id AND k.asks_name)
       AND NOT EXISTS (SELECT FROM kode_sekali k WHERE k.user_id = u.id AND k.redeemed_at IS NOT NULL) AS asks_name
     FROM pengguna u WHERE u.username = $1 AND u.active FOR UPDATE`,
    [username],
  );
  if (user === undefined) return null;
  await tx.query(
    "UPDATE user_session SET revoked_at = $2, revoked_reason = 'password_changed' WHERE user_id = $1 AND revoked_at IS NULL",
    [user.id, now],
  );
  await endTwoStep(tx, user.id, now);
  const { code } = await issueCode(tx, { userId: user.id, approvalId: null, asksName: user.asks_name, now });
  return { username, code: wholeCode(code) };
}
