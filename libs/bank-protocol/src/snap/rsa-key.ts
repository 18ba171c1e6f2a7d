import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** Why a partner's key was refused. */
export type RsaKeyProblem = 'UNREADABLE' | 'NOT_PUBLIC' | 'NOT_RSA' | 'TOO_SHORT' | 'TOO_LONG';

/** A key that must not be used for SNAP signatures; `problem` says why. */
export class RsaKeyError extends Error {
  override readonly name = 'RsaKeyError';

  constructor(readonly problem: RsaKeyProblem) {
    super(`RSA key refused: ${problem}`);
  }
}

const MIN_BITS = 2048;
/** Verifying grows with the square of the modulus; a longer key would be a way to burn our processor. */
const MAX_BITS = 8192;

function read(load: () => KeyObject): KeyObject {
  try {
    return load();
  } catch {
    throw new RsaKeyError('UNREADABLE');
  }
}

function accepted(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa') throw new RsaKeyError('NOT_RSA');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < MIN_BITS) throw new RsaKeyError('TOO_SHORT');
  if (bits > MAX_BITS) throw new RsaKeyError('TOO_LONG');
  return key;
}

/**
 * A partner's RSA public key from PEM, 2048 to 8192 bit. Throws RsaKeyError. A PEM that holds a private key is
 * refused, although Node could derive the public half: the partner has sent us what it must never send.
 */
export function rsaPublicKey(pem: string): KeyObject {
  if (pem.includes('PRIVATE KEY')) throw new RsaKeyError('NOT_PUBLIC');
  return accepted(read(() => createPublicKey(pem)));
}

/** Our own RSA private key from PEM, 2048 to 8192 bit. Throws RsaKeyError. */
export function rsaPrivateKey(pem: string): KeyObject {
  return accepted(read(() => createPrivateKey(pem)));
}
