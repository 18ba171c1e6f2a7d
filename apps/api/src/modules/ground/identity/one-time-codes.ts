import { writeAudit } from '../../../platform/audit';
import { CONSOLE_ACTOR } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { codeHash, newCode, wholeCode, type OneTimeCode } from './one-time-code';

/** Long enough for a weekend and a holiday; what was lost is asked for again. */
const LIFE_MILLISECONDS = 7 * 24 * 3_600_000;

export interface CodeOrder {
  readonly userId: number;
  /** Null: the console of the server. */
  readonly approvalId: number | null;
  /** The account was made without knowing who will use it: that person says so. */
  readonly asksName: boolean;
  readonly now: Date;
}

/**
 * A new code for a user; the password and any earlier code are void from now on. Written by whoever holds the
 * transaction, so that a user without a way in never exists.
 * @returns the row and the code, which is kept nowhere
 */
export async function issueCode(tx: Tx, order: CodeOrder): Promise<{ id: number; code: OneTimeCode }> {
  const { userId, approvalId, asksName, now } = order;
  await tx.query(
    'UPDATE kode_sekali SET voided_at = $2, maker_half_enc = NULL, checker_half_enc = NULL WHERE user_id = $1 AND redeemed_at IS NULL AND voided_at IS NULL',
    [userId, now],
  );
  await tx.query('UPDATE pengguna SET password_hash = NULL, version = version + 1 WHERE id = $1', [userId]);
  const code = newCode();
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO kode_sekali (user_id, code_hash, approval_id, asks_name, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [
      userId,
      codeHash(wholeCode(code)),
      approvalId,
      asksName,
      now,
      new Date(now.getTime() + LIFE_MILLISECONDS),
    ],
  );
  if (row === undefined) throw new Error('one-time code not written');
  await writeAudit(tx, {
    action: 'security.code_issued',
    entityType: 'pengguna',
    entityId: userId,
    ...(approvalId === null && { actor: CONSOLE_ACTOR }),
  });
  return { id: row.id, code };
}
