import type { Tx } from '../../../../platform/database';

import { codeHash, newRecoveryCode } from '../one-time-code';

/** Whether the user `u` of a statement signs in with an app. */
export const TWO_STEP_ON =
  'EXISTS (SELECT FROM two_step d WHERE d.user_id = u.id AND d.confirmed_at IS NOT NULL AND d.ended_at IS NULL)';

const RECOVERY_CODES = 10;

/** Nothing of it is asked for any more: the secret goes, the codes are void. @returns whether it was on */
export async function endTwoStep(tx: Tx, userId: number, now: Date): Promise<boolean> {
  await tx.query(
    'UPDATE recovery_code SET voided_at = $2 WHERE user_id = $1 AND used_at IS NULL AND voided_at IS NULL',
    [userId, now],
  );
  const ended = await tx.query<{ was_on: boolean }>(
    `UPDATE two_step SET ended_at = $2, secret_enc = NULL WHERE user_id = $1 AND ended_at IS NULL
     RETURNING confirmed_at IS NOT NULL AS was_on`,
    [userId, now],
  );
  return ended.some(({ was_on: wasOn }) => wasOn);
}

/** @returns the new codes, which are kept nowhere; those before are void */
export async function issueRecoveryCodes(tx: Tx, userId: number, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.query(
    'UPDATE recovery_code SET voided_at = $2 WHERE user_id = $1 AND used_at IS NULL AND voided_at IS NULL',
    [userId, now],
  );
  await tx.query(
    'INSERT INTO recovery_code (user_id, code_hash, created_at) SELECT $1, hash, $3 FROM unnest($2::bytea[]) AS hash',
    [userId, codes.map(codeHash), now],
  );
  return codes;
}
