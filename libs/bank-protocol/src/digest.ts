import { timingSafeEqual } from 'node:crypto';

/**
 * Bytes of a signature header of known size, given as base64 (canonical, padded) or hex (either case), or null.
 * Length tells the two apart: no size used here has base64 and hex forms of equal length.
 */
export function decodeSignature(text: string, bytes: number): Buffer | null {
  if (text.length === bytes * 2) return /^[0-9a-fA-F]+$/.test(text) ? Buffer.from(text, 'hex') : null;
  if (text.length !== Math.ceil(bytes / 3) * 4) return null;
  const decoded = Buffer.from(text, 'base64');
  // Node's decoder skips what it does not know; encoding again shows whether the text was really base64.
  return decoded.length === bytes && decoded.toString('base64') === text ? decoded : null;
}

/** Constant-time equality with a signature that may be absent; an absent one costs the same and is never equal. */
export function equalSignature(expected: Buffer, given: Buffer | null): boolean {
  return timingSafeEqual(expected, given ?? Buffer.alloc(expected.length)) && given !== null;
}
