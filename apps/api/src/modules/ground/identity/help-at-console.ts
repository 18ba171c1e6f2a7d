import { decidersOf } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { CONSOLE_ACTOR } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import type { Vault } from '../../../platform/security';
import { approveAtConsole, lockWaitingRequest } from '../approvals';
import { grouped } from './one-time-code';
import { issueCode } from './one-time-codes';
import { endTwoStep } from './two-step/two-step-rows';
import { USER_APPROVAL } from './privileged-users.service';

/** Half a code for the console; the other half is shown to the person who asked, in the request. */
export interface HalfForConsole {
  readonly username: string;
  readonly maker: string;
  readonly code: string;
}

/**
 * NO_USER, NO_REQUEST: nobody inside asked for a new password of this person, and nothing else. ANOTHER_DECIDES: there is
 * somebody inside who can. CHANGED: the account changed since it was asked for.
 */
export type HelpRefusal = 'NO_USER' | 'NO_REQUEST' | 'ANOTHER_DECIDES' | 'CHANGED';

/**
 * With two super administrators nobody can decide for the one who forgot the password: the other one asks, and never
 * decides. Then, and only then, whoever holds the server is the second person. Two people still: the request comes from
 * inside, and each of the two sees one half of the code.
 */
export async function helpAtConsole(
  tx: Tx,
  now: Date,
  vault: Vault,
  username: string,
): Promise<HalfForConsole | HelpRefusal> {
  const [user] = await tx.query<{ id: number; version: number }>(
    'SELECT id, version FROM pengguna WHERE username = $1 AND active FOR UPDATE',
    [username],
  );
  if (user === undefined) return 'NO_USER';
  const request = await lockWaitingRequest(tx, {
    kind: USER_APPROVAL,
    entityType: 'pengguna',
    entityId: user.id,
  });
  if (request === null || !asksForPasswordAlone(request.payload)) return 'NO_REQUEST';
  if (request.payload.version !== user.version) return 'CHANGED';
  const { others } = await tx.one<{ others: number }>(
    `SELECT count(*)::int AS others FROM pengguna
     WHERE active AND password_hash IS NOT NULL AND role = ANY ($1) AND id <> ALL ($2)`,
    [decidersOf(USER_APPROVAL), [request.madeBy, user.id]],
  );
  if (others > 0) return 'ANOTHER_DECIDES';
  await approveAtConsole(tx, now, request, USER_APPROVAL);
  await tx.query(
    "UPDATE user_session SET revoked_at = $2, revoked_reason = 'password_changed' WHERE user_id = $1 AND revoked_at IS NULL",
    [user.id, now],
  );
  if (request.payload.reset_two_step === true) await endTwoStep(tx, user.id, now);
  const code = await halved(tx, now, vault, { userId: user.id, approvalId: request.id });
  return { username, maker: request.makerName, code };
}

/** Keeps the first half for the maker. @returns the second */
async function halved(
  tx: Tx,
  now: Date,
  vault: Vault,
  { userId, approvalId }: { readonly userId: number; readonly approvalId: number },
): Promise<string> {
  const { id, code } = await issueCode(tx, { userId, approvalId, asksName: false, now });
  await tx.query('UPDATE kode_sekali SET maker_half_enc = $2 WHERE id = $1', [
    id,
    vault.seal(code.first, { table: 'kode_sekali', column: 'maker_half_enc', id }),
  ]);
  await writeAudit(tx, {
    action: 'security.code_half_shown',
    entityType: 'kode_sekali',
    entityId: id,
    after: { half: 2 },
    actor: CONSOLE_ACTOR,
  });
  return grouped(code.second);
}

/** With the app that was lost, if need be. A new role beside it would be more than a way back. */
function asksForPasswordAlone(payload: Readonly<Record<string, unknown>>): boolean {
  const known = new Set(['action', 'user_id', 'username', 'version', 'reset_password', 'reset_two_step']);
  return payload.reset_password === true && Object.keys(payload).every((name) => known.has(name));
}
