import type { IncomingHttpHeaders } from 'node:http';

/** Header names of the native bank API (bank-api.md, "Authentication of every native call"), lower case as Node gives them. */
export const NATIVE_HEADERS = {
  apiKey: 'x-api-key',
  timestamp: 'x-timestamp',
  requestId: 'x-request-id',
  signature: 'x-signature',
} as const;

/** The four authentication headers of one call, shapes checked, values exactly as sent. */
export interface NativeHeaders {
  readonly keyId: string;
  readonly timestamp: string;
  readonly requestId: string;
  readonly signature: string;
}

/** True for a request id (nonce) of the contract: `[A-Za-z0-9_-]{8,64}`. */
export function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(value);
}

/** True for a key id that we could have issued: letters, digits, dot, underscore, dash; at most 64. */
export function isApiKeyId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value);
}

/** True for a bank's own payment reference: `[A-Za-z0-9._/-]{1,64}` (bank-api.md, `process`). */
export function isBankReference(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9._/-]{1,64}$/.test(value);
}

/**
 * True for a reference payments are kept and found under, whichever door it came through: 1 to 128 printable ASCII
 * characters without outer spaces (bank-api.md). It holds every reference of `process` and every SNAP request id.
 */
export function isStoredReference(value: unknown): value is string {
  return typeof value === 'string' && STORED_REFERENCE.test(value);
}

/** The same, as a pattern for the descriptions of fields. */
export const STORED_REFERENCE = /^(?=.{1,128}$)[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * Reads the four authentication headers, or null when one is missing, repeated or could never be right. Node joins
 * a repeated custom header with ", ", which none of these shapes allows, so a repeated header is refused here too.
 */
export function readNativeHeaders(headers: IncomingHttpHeaders): NativeHeaders | null {
  const keyId = headers[NATIVE_HEADERS.apiKey];
  const timestamp = headers[NATIVE_HEADERS.timestamp];
  const requestId = headers[NATIVE_HEADERS.requestId];
  const signature = headers[NATIVE_HEADERS.signature];
  if (!isApiKeyId(keyId) || !isRequestId(requestId)) return null;
  if (typeof timestamp !== 'string' || timestamp.length > 40) return null;
  // 128 leaves room for a hex digest; anything longer cannot be an HMAC-SHA256.
  if (typeof signature !== 'string' || signature.length === 0 || signature.length > 128) return null;
  return { keyId, timestamp, requestId, signature };
}
