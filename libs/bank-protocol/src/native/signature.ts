import { createHmac, hash, randomBytes } from 'node:crypto';
import { decodeSignature, equalSignature } from '../digest';

/** What a bank signs of one call. Everything as sent on the wire, before a proxy rewrites it. */
export interface NativeRequestParts {
  /** Upper case HTTP method. */
  readonly method: string;
  /** Path and query exactly as sent, e.g. `/api/v1/payment/status?bank_reference=BPD%2F2026-0001`. */
  readonly requestTarget: string;
  /** X-Timestamp as sent; never re-formatted. */
  readonly timestamp: string;
  /** X-Request-Id as sent. */
  readonly requestId: string;
  /** Raw body bytes; an empty buffer when there is none. */
  readonly rawBody: Buffer;
}

/** What we sign of one answer. */
export interface NativeResponseParts {
  readonly status: number;
  /** The X-Request-Id of the call that is answered. */
  readonly requestId: string;
  /** Our X-Timestamp. */
  readonly timestamp: string;
  /** Its bytes, or the text whose UTF-8 they are. */
  readonly rawBody: Buffer | string;
}

/** A shared secret: its UTF-8 bytes when text. */
export type Secret = string | Buffer;

const SIGNATURE_BYTES = 32;
/**
 * Every verification computes at least this many HMACs, so that an unknown key (none), a settled key (one) and a key
 * in rotation (two) cost the same and the clock does not tell which keys exist.
 */
const EQUAL_WORK = 2;
const DUMMY_SECRET = randomBytes(32);

const isMethod = (text: string): boolean => /^[A-Z]{1,16}$/.test(text);
/** Visible ASCII only: no component can carry the line feed that separates them, so fields cannot be shifted. */
const isComponent = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

function joined(components: readonly string[], rawBody: Buffer | string): string {
  return [...components, hash('sha256', rawBody, 'hex')].join('\n');
}

function isSignableRequest(parts: NativeRequestParts): boolean {
  return isMethod(parts.method) && [parts.requestTarget, parts.timestamp, parts.requestId].every(isComponent);
}

function isSignableResponse(parts: NativeResponseParts): boolean {
  const { status } = parts;
  return (
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    [parts.timestamp, parts.requestId].every(isComponent)
  );
}

function requestText(parts: NativeRequestParts): string {
  return joined([parts.method, parts.requestTarget, parts.timestamp, parts.requestId], parts.rawBody);
}

function responseText(parts: NativeResponseParts): string {
  return joined([String(parts.status), parts.requestId, parts.timestamp], parts.rawBody);
}

/**
 * `METHOD ⏎ request-target ⏎ X-Timestamp ⏎ X-Request-Id ⏎ hex(sha256(raw body))`, line feeds, none at the end
 * (bank-api.md). Throws RangeError for a method that is not upper case or a component that is not visible ASCII.
 */
export function nativeStringToSign(parts: NativeRequestParts): string {
  if (!isSignableRequest(parts))
    throw new RangeError('a signed component must be visible ASCII, the method upper case');
  return requestText(parts);
}

/**
 * `STATUS ⏎ X-Request-Id ⏎ X-Timestamp ⏎ hex(sha256(body))`: what an authenticated answer is signed over, so that a
 * bank can prove what we said. Throws RangeError for components that could not stand in a header.
 */
export function responseStringToSign(parts: NativeResponseParts): string {
  if (!isSignableResponse(parts))
    throw new RangeError('a signed component must be visible ASCII, the status an HTTP status');
  return responseText(parts);
}

function hmac(secret: Secret, text: string): Buffer {
  return createHmac('sha256', secret).update(text, 'utf8').digest();
}

function signed(secret: Secret, text: string): string {
  if (secret.length === 0) throw new RangeError('an empty secret signs nothing');
  return hmac(secret, text).toString('base64');
}

function verifyText(secrets: readonly Secret[], text: string, signature: string): number {
  const given = decodeSignature(signature, SIGNATURE_BYTES);
  let verified = -1;
  // No early exit: the time taken does not depend on which secret matched, or whether one did.
  for (let index = 0; index < Math.max(secrets.length, EQUAL_WORK); index += 1) {
    const secret = secrets[index];
    const usable = secret !== undefined && secret.length > 0;
    const equal = equalSignature(hmac(usable ? secret : DUMMY_SECRET, text), given);
    if (equal && usable && verified < 0) verified = index;
  }
  return verified;
}

/** Base64 of HMAC-SHA256 over {@link nativeStringToSign}. Throws RangeError as that does, and for an empty secret. */
export function signNative(secret: Secret, parts: NativeRequestParts): string {
  return signed(secret, nativeStringToSign(parts));
}

/** Base64 of HMAC-SHA256 over {@link responseStringToSign}; sign with the secret that verified the request. */
export function signNativeResponse(secret: Secret, parts: NativeResponseParts): string {
  return signed(secret, responseStringToSign(parts));
}

/**
 * Index of the secret under which `signatureHeader` (base64 or hex) is right for the request, or -1. Constant time;
 * never throws, whatever the header holds. Pass an empty list for an unknown key: the same work is done against a
 * dummy secret, so unknown keys cannot be told from wrong signatures by the clock.
 */
export function verifyNative(
  secrets: readonly Secret[],
  parts: NativeRequestParts,
  signatureHeader: string,
): number {
  const index = verifyText(secrets, requestText(parts), signatureHeader);
  return isSignableRequest(parts) ? index : -1;
}

/** Index of the secret under which an answer's X-Signature is right, or -1. Same guarantees as {@link verifyNative}. */
export function verifyNativeResponse(
  secrets: readonly Secret[],
  parts: NativeResponseParts,
  signatureHeader: string,
): number {
  const index = verifyText(secrets, responseText(parts), signatureHeader);
  return isSignableResponse(parts) ? index : -1;
}
