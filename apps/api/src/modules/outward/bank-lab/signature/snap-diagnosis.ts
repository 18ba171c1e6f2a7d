import { constants, createHmac, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import {
  accessTokenStringToSign,
  minifyJson,
  parseSnapTimestamp,
  snapStringToSign,
  verifyAccessToken,
  verifyAsymmetric,
  verifySymmetric,
} from '@tirtapay/bank-protocol';
import type { SnapMode } from '@tirtapay/domain';
import { methodProblems, targetProblems, timestampProblems } from './part-problems';
import { onePerCode, problem, type SignatureDiagnosis, type SignatureProblem } from './signature-problem';
import { sha256, textMistakes, type Compose, type Mistake } from './text-mistakes';

/** A SNAP BI call as it claims to have been sent. */
export interface SnapClaim {
  readonly method: string;
  readonly requestTarget: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly accessToken: string;
  readonly rawBody: Buffer;
  readonly bankStringToSign?: string | undefined;
}

/** What a SNAP signature is held against. */
export interface SnapCredential {
  readonly clientKey: string;
  readonly mode: SnapMode;
  readonly secrets: readonly string[];
  readonly publicKeys: readonly KeyObject[];
  readonly toleranceMilliseconds: number;
}

const TOKEN_PATH = '/access-token/b2b';

/** Everything wrong with a SNAP call or token request (service 73); `credential` null for an unknown partner. */
export function diagnoseSnap(
  claim: SnapClaim,
  credential: SnapCredential | null,
  now: number,
): SignatureDiagnosis {
  const sentAt = parseSnapTimestamp(claim.timestamp);
  const signed = snapText(claim, credential);
  const right = credential !== null && verifies(claim, credential);
  return {
    problems: onePerCode([
      ...methodProblems(claim.method),
      ...targetProblems(claim.requestTarget),
      ...(credential === null
        ? []
        : timestampProblems(claim.timestamp, sentAt, now, credential.toleranceMilliseconds)),
      ...tokenProblems(claim, credential),
      ...(right || credential === null ? [] : signatureProblems(claim, credential, signed)),
    ]),
    ourStringToSign: signed,
    bodySha256: sha256(minifyJson(claim.rawBody)),
    skewSeconds: sentAt === null ? null : Math.round((now - sentAt) / 1000),
  };
}

export function isTokenRequest({ requestTarget }: SnapClaim): boolean {
  return (requestTarget.split('?', 1)[0] ?? '').endsWith(TOKEN_PATH);
}

function partsOf({ method, requestTarget, timestamp, rawBody }: SnapClaim) {
  return { method: method.toUpperCase(), endpointUrl: requestTarget, timestamp, rawBody };
}

function snapText(claim: SnapClaim, credential: SnapCredential | null): string {
  const { timestamp, accessToken } = claim;
  try {
    if (isTokenRequest(claim))
      return accessTokenStringToSign({ clientKey: credential?.clientKey ?? 'X-CLIENT-KEY', timestamp });
    return credential?.mode === 'ASYMMETRIC'
      ? snapStringToSign('asymmetric', partsOf(claim))
      : snapStringToSign('symmetric', { ...partsOf(claim), accessToken });
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

function verifies(claim: SnapClaim, credential: SnapCredential): boolean {
  const { timestamp, signature, accessToken } = claim;
  const { clientKey, publicKeys, secrets, mode } = credential;
  if (isTokenRequest(claim)) return verifyAccessToken(publicKeys, { clientKey, timestamp }, signature) >= 0;
  return mode === 'ASYMMETRIC'
    ? verifyAsymmetric(publicKeys, partsOf(claim), signature) >= 0
    : verifySymmetric(secrets, { ...partsOf(claim), accessToken }, signature) >= 0;
}

function tokenProblems(claim: SnapClaim, credential: SnapCredential | null): SignatureProblem[] {
  if (credential === null || isTokenRequest(claim)) return [];
  const given = claim.accessToken !== '';
  if (given === (credential.mode === 'SYMMETRIC')) return [];
  return [
    given
      ? problem(
          'TOKEN',
          'Mitra ini memakai mode asimetris tanpa token; jangan kirim Authorization.',
          'This partner uses the asymmetric mode without token; send no Authorization.',
        )
      : problem(
          'TOKEN',
          'Mitra ini memakai mode simetris; ambil access token (layanan 73) dan kirim sebagai Bearer.',
          'This partner uses the symmetric mode; get an access token (service 73) and send it as Bearer.',
        ),
  ];
}

function signatureProblems(claim: SnapClaim, credential: SnapCredential, ours: string): SignatureProblem[] {
  const found = explain(claim, credential, ours);
  return [
    ...(found === null ? [] : [found]),
    problem(
      'SIGNATURE',
      'X-SIGNATURE tidak cocok dengan string-to-sign kami.',
      'X-SIGNATURE does not match our string-to-sign.',
    ),
  ];
}

function explain(claim: SnapClaim, credential: SnapCredential, ours: string): SignatureProblem | null {
  const given = bytesOf(claim.signature);
  const theirs = claim.bankStringToSign;
  if (given === null)
    return problem(
      'SIGNATURE_FORMAT',
      'X-SIGNATURE bukan base64 atau hex.',
      'X-SIGNATURE is neither base64 nor hex.',
    );
  const matches = matcher(given, credential, isTokenRequest(claim));
  const mistake = mistakesOf(claim, credential).find(({ text }) => text !== ours && matches(text));
  if (mistake !== undefined) return mistake.problem;
  if (theirs === undefined) return null;
  return matches(theirs) ? OTHER_TEXT : WRONG_KEY;
}

const OTHER_TEXT = problem(
  'SIGNATURE',
  'Kunci benar; yang ditandatangani teks lain. Lihat perbedaan pertama.',
  'The key is right; another text was signed. See the first difference.',
);
const WRONG_KEY = problem(
  'SECRET',
  'Tanda tangan juga tidak cocok dengan string-to-sign bank sendiri: client secret atau kunci privatnya lain dari yang terdaftar.',
  'The signature does not even match the bank’s own string-to-sign: its client secret or private key is not the registered one.',
);

function matcher(given: Buffer, credential: SnapCredential, byKey: boolean): (text: string) => boolean {
  if (byKey || credential.mode === 'ASYMMETRIC')
    return (text) =>
      credential.publicKeys.some((key) =>
        verify('sha256', Buffer.from(text, 'utf8'), { key, padding: constants.RSA_PKCS1_PADDING }, given),
      );
  return (text) =>
    credential.secrets.some((secret) => {
      const digest = createHmac('sha512', secret).update(text, 'utf8').digest();
      return digest.length === given.length && timingSafeEqual(digest, given);
    });
}

function mistakesOf(claim: SnapClaim, credential: SnapCredential): Mistake[] {
  const { clientKey } = credential;
  const { timestamp, rawBody, accessToken } = claim;
  const { method, endpointUrl } = partsOf(claim);
  const separator = problem(
    'SEPARATOR',
    'String-to-sign permintaan token adalah clientKey|X-TIMESTAMP.',
    'The string-to-sign of a token request is clientKey|X-TIMESTAMP.',
  );
  if (isTokenRequest(claim))
    return [`${clientKey}:${timestamp}`, `${clientKey}${timestamp}`, `${timestamp}|${clientKey}`].map(
      (text) => ({ text, problem: separator }),
    );
  const hash = sha256(minifyJson(rawBody));
  const token = credential.mode === 'SYMMETRIC' ? [accessToken] : [];
  const compose: Compose = (head, bodyHash) =>
    [head.method, head.target, ...token, bodyHash, head.timestamp].join(':');
  const wrongToken = problem(
    'TOKEN',
    'Bagian AccessToken salah: simetris memuat token tanpa "Bearer ", asimetris tidak memuat token.',
    'The AccessToken part is wrong: symmetric holds the token without "Bearer ", asymmetric holds none.',
  );
  return [
    ...textMistakes({ method, target: endpointUrl, timestamp, rawBody }, hash, compose),
    { text: [method, endpointUrl, hash, timestamp].join(':'), problem: wrongToken },
    { text: [method, endpointUrl, `Bearer ${accessToken}`, hash, timestamp].join(':'), problem: wrongToken },
  ];
}

function bytesOf(signature: string): Buffer | null {
  const text = signature.trim();
  if (/^(?:[0-9a-fA-F]{2})+$/.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]+=*$/.test(text) ? Buffer.from(text, 'base64') : null;
}
