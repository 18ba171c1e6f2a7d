import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** argon2id, 19 MiB, two passes (OWASP). Runs on the thread pool, so a log-in never holds the event loop. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// NFC, so that the same password typed on two keyboards is the same password; never cut.
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

export function hashPassword(password: string): Promise<string> {
  return hash(bytesOf(password), ARGON2ID);
}

let decoy: Promise<string> | undefined;

/**
 * True when the password belongs to the hash. Without a hash (nobody has that name) the same work is done on a decoy,
 * so that the time of the answer does not tell who exists.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'));
  const matches = await verify(passwordHash ?? (await decoy), bytesOf(password));
  return passwordHash !== null && matches;
}
