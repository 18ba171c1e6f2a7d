import { constants, sign, verify, type KeyObject } from 'node:crypto';
import { decodeSignature } from '../digest';
import {
  accessTokenStringToSign,
  candidateTexts,
  snapStringToSign,
  type AccessTokenParts,
  type AsymmetricParts,
} from './string-to-sign';
import type { SignatureEncoding } from './symmetric-signature';

/** SHA256withRSA, PKCS#1 v1.5; keys come from {@link rsaPublicKey} / {@link rsaPrivateKey}, which check their size. */
function signText(privateKey: KeyObject, text: string, encoding: SignatureEncoding): string {
  const key = { key: privateKey, padding: constants.RSA_PKCS1_PADDING };
  return sign('sha256', Buffer.from(text, 'utf8'), key).toString(encoding);
}

function verifyTexts(publicKeys: readonly KeyObject[], texts: readonly string[], signature: string): number {
  return publicKeys.findIndex((publicKey) => {
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    const given = decodeSignature(signature, Math.ceil(bits / 8));
    if (given === null || publicKey.type !== 'public' || publicKey.asymmetricKeyType !== 'rsa') return false;
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PADDING };
    return texts.some((text) => verify('sha256', Buffer.from(text, 'utf8'), key, given));
  });
}

/** Signs a call in the asymmetric mode without token, over the minified body. */
export function signAsymmetric(
  privateKey: KeyObject,
  parts: AsymmetricParts,
  encoding: SignatureEncoding = 'base64',
): string {
  return signText(privateKey, snapStringToSign('asymmetric', parts), encoding);
}

/**
 * Index of the public key under which X-SIGNATURE (base64 or hex) is right, or -1; never throws. The minified body is
 * tried first, then once the body as sent.
 */
export function verifyAsymmetric(
  publicKeys: readonly KeyObject[],
  parts: AsymmetricParts,
  signature: string,
): number {
  return verifyTexts(
    publicKeys,
    candidateTexts((form) => snapStringToSign('asymmetric', parts, form)),
    signature,
  );
}

/** Signs an access token request (service 73). */
export function signAccessToken(
  privateKey: KeyObject,
  parts: AccessTokenParts,
  encoding: SignatureEncoding = 'base64',
): string {
  return signText(privateKey, accessTokenStringToSign(parts), encoding);
}

/** Index of the public key under which an access token request is right, or -1; never throws. */
export function verifyAccessToken(
  publicKeys: readonly KeyObject[],
  parts: AccessTokenParts,
  signature: string,
): number {
  return verifyTexts(
    publicKeys,
    candidateTexts(() => accessTokenStringToSign(parts)),
    signature,
  );
}
