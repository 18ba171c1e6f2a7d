import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rsaPrivateKey } from '@tirtapay/bank-protocol';

/** The bank's RSA pair for SNAP BI. */
export interface BankKeys {
  readonly privateKey: KeyObject;
  /** SPKI PEM: what the biller registers for the demo partners. */
  readonly publicKeyPem: string;
}

const BITS = 2048;

/**
 * The key pair of the sandbox bank under `home/bank-simulator/keys`, made at the first call (2048 bit, private half
 * 0600). Two processes that start at once agree on one pair. Throws RsaKeyError when the kept key was damaged.
 */
export function bankKeys(home: string): BankKeys {
  const folder = keyFolder(home);
  const file = join(folder, 'bank-private.pem');
  if (!existsSync(file)) generate(folder, file);
  const privateKey = rsaPrivateKey(readFileSync(file, 'utf8'));
  const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return { privateKey, publicKeyPem };
}

/** Where the bank keeps its own keys and the public key of the biller. */
export function keyFolder(home: string): string {
  const folder = join(home, 'bank-simulator', 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function generate(folder: string, file: string): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: BITS });
  const draft = join(folder, `${randomUUID()}.draft`);
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    // A link never replaces: whoever is second finds the key of the first.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
