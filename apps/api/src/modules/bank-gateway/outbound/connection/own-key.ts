import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Vault } from '../../../../platform/security';

const KEY_BITS = 2_048;

export type OwnKeyColumn = 'private_key_enc' | 'next_private_key_enc';

function placeOf(bankId: number, column: OwnKeyColumn) {
  return { table: 'bank_outbound', column, id: bankId };
}

/** Our own pair at a bank, made here: only its public half ever leaves. @returns the sealed private half */
export function makeOwnKey(vault: Vault, bankId: number, column: OwnKeyColumn): string {
  const pem = generateKeyPairSync('rsa', { modulusLength: KEY_BITS })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return vault.seal(pem, placeOf(bankId, column));
}

export function openOwnKey(vault: Vault, bankId: number, column: OwnKeyColumn, sealed: string): string {
  return vault.open(sealed, placeOf(bankId, column));
}

/** Sealed for another column: what waited is what signs from now on. */
export function promoteOwnKey(vault: Vault, bankId: number, sealed: string): string {
  const pem = openOwnKey(vault, bankId, 'next_private_key_enc', sealed);
  return vault.seal(pem, placeOf(bankId, 'private_key_enc'));
}

/** PEM (SPKI) for the bank; null when there is no key. */
export function publicHalf(
  vault: Vault,
  bankId: number,
  column: OwnKeyColumn,
  sealed: string | null,
): string | null {
  if (sealed === null) return null;
  return createPublicKey(openOwnKey(vault, bankId, column, sealed))
    .export({ type: 'spki', format: 'pem' })
    .toString();
}
