import { Inject, Injectable } from '@nestjs/common';
import { blindIndex, KeyRing } from '@tirtapay/bank-protocol';
import { CONFIG, type Config } from '../config';

/**
 * Secrets at rest: AES-256-GCM envelopes bound to their row (AAD = table/column/row id), so that a ciphertext copied
 * to another row does not open.
 */
@Injectable()
export class Vault {
  private readonly ring: KeyRing;
  private readonly indexKey: Buffer;
  /** The key that seals; the others only open. */
  readonly currentKeyId: number;

  constructor(@Inject(CONFIG) config: Config) {
    const current = config.dataKeys[0];
    if (current === undefined) throw new Error('no data key');
    this.ring = new KeyRing([...config.dataKeys], current.id);
    this.currentKeyId = current.id;
    this.indexKey = config.blindIndexKey;
  }

  seal(plaintext: string, location: SecretLocation): string {
    return this.ring.seal(plaintext, aad(location));
  }

  open(envelope: string, location: SecretLocation): string {
    return this.ring.open(envelope, aad(location));
  }

  /** Equal values give equal indexes, so duplicates are found without decrypting. */
  blindIndex(value: string): Buffer {
    return blindIndex(this.indexKey, value);
  }
}

export interface SecretLocation {
  readonly table: string;
  readonly column: string;
  readonly id: number;
}

function aad({ table, column, id }: SecretLocation): string {
  return `${table}/${column}/${String(id)}`;
}
