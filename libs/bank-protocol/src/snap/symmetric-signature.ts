import { createHmac } from 'node:crypto';
import { decodeSignature, equalSignature } from '../digest';
import { candidateTexts, snapStringToSign, type SymmetricParts } from './string-to-sign';

/** How a signature is written on the wire: payment providers use base64, ASPI's samples show hex. */
export type SignatureEncoding = 'base64' | 'hex';

const SIGNATURE_BYTES = 64;

function hmac(clientSecret: string, text: string): Buffer {
  return createHmac('sha512', clientSecret).update(text, 'utf8').digest();
}

/** HMAC-SHA512 over the symmetric string to sign with the minified body. Throws RangeError for an empty secret. */
export function signSymmetric(
  clientSecret: string,
  parts: SymmetricParts,
  encoding: SignatureEncoding = 'base64',
): string {
  if (clientSecret === '') throw new RangeError('an empty secret signs nothing');
  return hmac(clientSecret, snapStringToSign('symmetric', parts)).toString(encoding);
}

/**
 * Index of the client secret under which X-SIGNATURE (base64 or hex) is right, or -1; constant time, never throws.
 * The minified body is tried first, then once the body as sent.
 */
export function verifySymmetric(
  clientSecrets: readonly string[],
  parts: SymmetricParts,
  signature: string,
): number {
  const given = decodeSignature(signature, SIGNATURE_BYTES);
  const texts = candidateTexts((form) => snapStringToSign('symmetric', parts, form));
  let verified = -1;
  for (const text of texts) {
    clientSecrets.forEach((secret, index) => {
      const equal = equalSignature(hmac(secret, text), given);
      if (equal && secret !== '' && verified < 0) verified = index;
    });
  }
  return verified;
}
