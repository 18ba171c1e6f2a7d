import { RsaKeyError, rsaPublicKey } from '@tirtapay/bank-protocol';
import { createHash } from 'node:crypto';
import { Problem } from '../../../platform/problem';
import { REGISTRY_SAYS } from './sentences';

/**
 * A bank's RSA public key as we keep it.
 * @throws Problem request.invalid with a pointer: not an RSA public key of 2048 to 8192 bit
 */
export function keptPublicKey(pem: string): string {
  try {
    return rsaPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
  } catch (error) {
    if (!(error instanceof RsaKeyError)) throw error;
    const message = error.problem === 'NOT_PUBLIC' ? REGISTRY_SAYS.privateKey : REGISTRY_SAYS.notAPublicKey;
    throw new Problem('request.invalid', {
      errors: [{ pointer: '/public_key', code: error.problem.toLowerCase(), message }],
    });
  }
}

/** What two people compare on the telephone: SHA-256 of the key, not of the way it is written down. */
export function fingerprint(pem: string): string {
  return createHash('sha256').update(derOf(pem)).digest('hex');
}

function derOf(pem: string): Buffer | string {
  try {
    return rsaPublicKey(pem).export({ type: 'spki', format: 'der' });
  } catch (error) {
    // One that cannot be read verifies nothing, and must still be named to be removed.
    if (error instanceof RsaKeyError) return pem;
    throw error;
  }
}
