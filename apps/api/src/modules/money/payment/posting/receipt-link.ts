import { randomBytes } from 'node:crypto';

const TOKEN_BYTES = 18;

/** Whoever holds the link may read the receipt, nobody can enumerate. */
export function receiptToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function receiptUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/bukti/${token}`;
}
