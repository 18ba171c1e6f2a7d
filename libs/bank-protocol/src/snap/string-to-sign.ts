import { hash } from 'node:crypto';
import { minifyJson } from './minify-json';

interface SnapCall {
  /** Upper case HTTP method. */
  readonly method: string;
  /** Full relative path with the query string, as sent: `/api/snap/v1.0/transfer-va/inquiry`. */
  readonly endpointUrl: string;
  /** X-TIMESTAMP exactly as sent; it is signed as text and never re-formatted. */
  readonly timestamp: string;
  readonly rawBody: Buffer;
}

/** A call in the mode "symmetric signature with get token". */
export interface SymmetricParts extends SnapCall {
  /** The access token without `Bearer `. */
  readonly accessToken: string;
}

/** A call in the mode "asymmetric signature without get token". */
export type AsymmetricParts = SnapCall;

/** What the access token request (service 73) signs. */
export interface AccessTokenParts {
  /** X-CLIENT-KEY. */
  readonly clientKey: string;
  /** X-TIMESTAMP as sent. */
  readonly timestamp: string;
}

/** Which body is hashed: minified as the standard says, or as sent, as some payment providers do it. */
export type SnapBodyForm = 'minified' | 'as-sent';

// The fields are joined with ":", so each is held to an alphabet that keeps the text readable in one way only: a token
// has no colon (RFC 6750), a hash is hex, a timestamp has its own form, and what is left of the token is the path.
const METHOD = /^[A-Z]{1,16}$/;
const ENDPOINT = /^\/[\x21-\x7e]*$/;
const TOKEN = /^[A-Za-z0-9._~+/=-]+$/;
const TIMESTAMP = /^[0-9TZ:.+-]+$/;
const CLIENT_KEY = /^[\x21-\x7b\x7d\x7e]+$/;

function bodyHash(rawBody: Buffer, form: SnapBodyForm): string {
  return hash('sha256', form === 'minified' ? minifyJson(rawBody) : rawBody, 'hex');
}

function requireShape(pattern: RegExp, value: string, name: string): string {
  if (!pattern.test(value)) throw new RangeError(`${name} cannot stand in a string to sign`);
  return value;
}

/**
 * The string to sign of one SNAP BI call (payment-standards §1.4):
 * symmetric `METHOD:EndpointUrl:AccessToken:hex(sha256(minify(body))):TimeStamp`; asymmetric the same without the
 * token. Throws RangeError when a component could not be told from its neighbour.
 */
export function snapStringToSign(mode: 'symmetric', parts: SymmetricParts, form?: SnapBodyForm): string;
export function snapStringToSign(mode: 'asymmetric', parts: AsymmetricParts, form?: SnapBodyForm): string;
export function snapStringToSign(
  mode: 'symmetric' | 'asymmetric',
  parts: AsymmetricParts & Partial<SymmetricParts>,
  form: SnapBodyForm = 'minified',
): string {
  const token = mode === 'symmetric' ? [requireShape(TOKEN, parts.accessToken ?? '', 'access token')] : [];
  return [
    requireShape(METHOD, parts.method, 'method'),
    requireShape(ENDPOINT, parts.endpointUrl, 'endpoint URL'),
    ...token,
    bodyHash(parts.rawBody, form),
    requireShape(TIMESTAMP, parts.timestamp, 'timestamp'),
  ].join(':');
}

/** `clientKey|X-TIMESTAMP`, signed with the partner's private key to get a token. RangeError as above. */
export function accessTokenStringToSign(parts: AccessTokenParts): string {
  const clientKey = requireShape(CLIENT_KEY, parts.clientKey, 'client key');
  return `${clientKey}|${requireShape(TIMESTAMP, parts.timestamp, 'timestamp')}`;
}

/**
 * The texts a signature may be over, most likely first: the minified body, then once the body as sent (when that
 * differs). Empty when the call could not have been signed at all.
 */
export function candidateTexts(compose: (form: SnapBodyForm) => string): string[] {
  try {
    return [...new Set([compose('minified'), compose('as-sent')])];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
