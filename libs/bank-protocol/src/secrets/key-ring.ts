import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** Why an envelope could not be opened. */
export type EnvelopeProblem = 'MALFORMED' | 'UNKNOWN_KEY' | 'AUTHENTICATION_FAILED';

/** An envelope that does not open. The message never holds key material, plaintext or the envelope itself. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';

  constructor(
    readonly problem: EnvelopeProblem,
    readonly keyId?: number,
  ) {
    super(`secret envelope: ${problem}${keyId === undefined ? '' : ` (key ${String(keyId)})`}`);
  }
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** 96 bit, random: NIST SP 800-38D allows 2^32 of them under one key, far above the secrets we keep. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ENVELOPE = /^v1:(\d{1,9}):([A-Za-z0-9+/=]{16}):([A-Za-z0-9+/=]{24}):([A-Za-z0-9+/=]*)$/;

/**
 * Encrypts short secrets at rest (bank secrets, NIK) with AES-256-GCM into `v1:<keyId>:<iv>:<tag>:<ciphertext>`
 * (base64 parts). `aad` binds an envelope to its row and column (e.g. `bank_integration:7:secret`): moved elsewhere,
 * it does not open. Several keys may be known, one seals; that is how keys are rotated.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<number, KeyObject>;
  readonly #currentId: number;

  /** Keys are 32 bytes with distinct non-negative integer ids. Throws RangeError otherwise. */
  constructor(keys: readonly { readonly id: number; readonly key: Buffer }[], currentId: number) {
    for (const { id, key } of keys) {
      if (!Number.isSafeInteger(id) || id < 0 || id > 999_999_999)
        throw new RangeError('key id must be a small integer');
      if (key.length !== KEY_BYTES)
        throw new RangeError(`key ${String(id)} must be ${String(KEY_BYTES)} bytes`);
    }
    this.#keys = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
    if (this.#keys.size !== keys.length) throw new RangeError('key ids must differ');
    if (!this.#keys.has(currentId))
      throw new RangeError(`current key ${String(currentId)} is not in the ring`);
    this.#currentId = currentId;
  }

  /** Encrypts UTF-8 text under the current key. */
  seal(plaintext: string, aad: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key(this.#currentId), iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(aad, 'utf8'));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64'));
    return ['v1', String(this.#currentId), ...parts].join(':');
  }

  /** The plaintext. Throws EnvelopeError: malformed, a key we do not hold, or changed / moved to another row. */
  open(envelope: string, aad: string): string {
    const match = ENVELOPE.exec(envelope);
    if (!match) throw new EnvelopeError('MALFORMED');
    const [, id, iv = '', tag = '', ciphertext = ''] = match;
    const keyId = Number(id);
    const key = this.#key(keyId);
    try {
      const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, 'base64'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(aad, 'utf8'));
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64')), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      throw new EnvelopeError('AUTHENTICATION_FAILED', keyId);
    }
  }

  /** True when the envelope was sealed under a key other than the current one. Throws EnvelopeError when malformed. */
  needsRotation(envelope: string): boolean {
    const match = ENVELOPE.exec(envelope);
    if (!match) throw new EnvelopeError('MALFORMED');
    return Number(match[1]) !== this.#currentId;
  }

  #key(id: number): KeyObject {
    const key = this.#keys.get(id);
    if (!key) throw new EnvelopeError('UNKNOWN_KEY', id);
    return key;
  }
}
