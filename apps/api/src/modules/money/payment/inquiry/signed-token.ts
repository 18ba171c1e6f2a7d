import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 16;

function mac(key: Buffer, purpose: string, payload: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${payload}`).digest().subarray(0, MAC_BYTES);
}

/** A stateless token: what we said, signed, so that nobody can change it and we need not remember it. */
export function sealToken(key: Buffer, purpose: string, content: unknown): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${payload}.${mac(key, purpose, payload).toString('base64url')}`;
}

/** The content of a token we made for this purpose, or null. Compared in constant time. */
export function openToken(key: Buffer, purpose: string, token: string): unknown {
  const dot = token.lastIndexOf('.');
  if (dot < 1 || token.length > 4_096) return null;
  const payload = token.slice(0, dot);
  const given = Buffer.from(token.slice(dot + 1), 'base64url');
  const expected = mac(key, purpose, payload);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
