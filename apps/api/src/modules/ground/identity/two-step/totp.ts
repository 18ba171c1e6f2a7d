import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator app speaks it: HMAC-SHA-1, thirty seconds, six digits. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** RFC 4226 §4 asks for 160 bits. */
const SECRET_BYTES = 20;
/** A clock half a minute off, and a code typed while it changes (RFC 6238 §5.2 and §6). */
const TOLERANCE = [0, -1, 1] as const;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** RFC 4648 without padding, as apps take it from a keyboard; for whole groups of five bytes. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2)))
    .join('');
}

/** RFC 4226 §5.3. @param step number of the interval @returns the digits, leading zeros included */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / STEP_SECONDS);
}

/**
 * The interval whose code this is, if it is after the last one that was used: a code works once (RFC 6238 §5.2).
 * @returns null for a wrong, an old or a used code
 */
export function freshStep(
  secret: Uint8Array,
  typed: string,
  { now, lastStep }: { readonly now: number; readonly lastStep: number },
): number | null {
  const given = Buffer.from(typed);
  for (const distance of TOLERANCE) {
    const step = stepAt(now) + distance;
    const expected = Buffer.from(codeAt(secret, step));
    if (step > lastStep && given.length === expected.length && timingSafeEqual(given, expected)) return step;
  }
  return null;
}

/** What an app reads from the picture (the key URI format of Google Authenticator). */
export function keyUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
