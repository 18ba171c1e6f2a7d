import { randomFillSync } from 'node:crypto';

const TOKEN_BYTES = 18;
/** A draw asks the system, which costs many times the token: it is done for so many at once. */
const DRAWN_TOKENS = 128;

const drawn = Buffer.alloc(TOKEN_BYTES * DRAWN_TOKENS);
let used = drawn.length;

/** Whoever holds the link may read the receipt, nobody can enumerate. */
export function receiptToken(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const token = drawn.toString('base64url', used, used + TOKEN_BYTES);
  // What became a token is not kept beside it.
  drawn.fill(0, used, used + TOKEN_BYTES);
  used += TOKEN_BYTES;
  return token;
}

export function receiptUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/bukti/${token}`;
}
