import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rsaPublicKey } from '@tirtapay/bank-protocol';
import { keyFolder } from '../bank-keys';

/** The biller as the sandbox bank knows it; the secret is public and opens nothing but this sandbox. */
export const PDAM_PARTNER = {
  clientKey: 'pdam-sandbox',
  partnerId: 'pdam-sandbox',
  secret: 'sandbox-pdam-secret-do-not-use-in-production',
} as const;

/**
 * The biller's RSA public key, kept beside the bank's own. Without one the sandbox cannot check a token request; it
 * then gives a token to whoever names the right client key, and the asymmetric mode stays closed.
 */
export class PartnerKey {
  private readonly file: string;

  constructor(home: string) {
    this.file = join(keyFolder(home), 'partner-public.pem');
  }

  /** Throws RsaKeyError for anything but an RSA public key of at least 2048 bit. */
  register(pem: string): void {
    rsaPublicKey(pem);
    writeFileSync(this.file, pem);
  }

  get(): KeyObject | null {
    return existsSync(this.file) ? rsaPublicKey(readFileSync(this.file, 'utf8')) : null;
  }
}
