import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  isRequestId,
  nativeStringToSign,
  parseRfc3339,
  TIMESTAMP_WINDOW_MS,
  verifyNative,
} from '@tirtapay/bank-protocol';
import { methodProblems, targetProblems, timestampProblems } from './part-problems';
import { onePerCode, problem, type SignatureDiagnosis, type SignatureProblem } from './signature-problem';
import { sha256, textMistakes, type Compose, type Mistake } from './text-mistakes';

/** A native call as it claims to have been sent. */
export interface NativeClaim {
  readonly method: string;
  readonly requestTarget: string;
  readonly timestamp: string;
  readonly requestId: string;
  readonly signature: string;
  readonly rawBody: Buffer;
  /** What the bank says it signed. */
  readonly bankStringToSign?: string | undefined;
}

const SIGNATURE_FORM = /^(?:[0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/;
const ALGORITHMS = ['sha1', 'sha512'] as const;

/**
 * Everything wrong with a native call, as precisely as the signature itself can tell: it is tried against the texts
 * and keys that go wrong in practice. `secrets` are those that verify at the moment; none for an unknown key.
 */
export function diagnoseNative(
  claim: NativeClaim,
  secrets: readonly string[],
  now: number,
): SignatureDiagnosis {
  const { method, requestTarget, timestamp, requestId, rawBody, signature } = claim;
  const parts = { method: method.toUpperCase(), requestTarget, timestamp, requestId, rawBody };
  const sentAt = parseRfc3339(timestamp);
  const signatureRight = verifyNative(secrets, parts, signature) >= 0;
  return {
    problems: onePerCode([
      ...methodProblems(method),
      ...targetProblems(requestTarget),
      ...timestampProblems(timestamp, sentAt, now, TIMESTAMP_WINDOW_MS),
      ...(isRequestId(requestId) ? [] : [NONCE_FORMAT]),
      ...(signatureRight || secrets.length === 0 ? [] : signatureProblems(claim, parts.method, secrets)),
    ]),
    ourStringToSign: composed(parts),
    bodySha256: sha256(rawBody),
    skewSeconds: sentAt === null ? null : Math.round((now - sentAt) / 1000),
  };
}

const NONCE_FORMAT = problem(
  'NONCE_FORMAT',
  'X-Request-Id terdiri dari 8 sampai 64 huruf, angka, _ atau -.',
  'X-Request-Id is 8 to 64 letters, digits, _ or -.',
);

function composed(parts: Parameters<typeof nativeStringToSign>[0]): string {
  try {
    return nativeStringToSign(parts);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

function signatureProblems(
  claim: NativeClaim,
  method: string,
  secrets: readonly string[],
): SignatureProblem[] {
  const found = explain(claim, method, secrets);
  return [
    ...(found === null ? [] : [found]),
    ...(SIGNATURE_FORM.test(claim.signature) ? [] : [WRONG_FORM]),
    problem(
      'SIGNATURE',
      'Tanda tangan tidak cocok dengan string-to-sign kami.',
      'The signature does not match our string-to-sign.',
    ),
  ];
}

const WRONG_FORM = problem(
  'SIGNATURE_FORMAT',
  'X-Signature bukan base64 (44 karakter, dengan =) atau hex (64 karakter) dari 32 byte HMAC-SHA256.',
  'X-Signature is not base64 (44 characters, with =) or hex (64 characters) of the 32 bytes of HMAC-SHA256.',
);

/** The first mistake under which the signature would have been right. */
function explain(claim: NativeClaim, method: string, secrets: readonly string[]): SignatureProblem | null {
  const given = bytesOf(claim.signature);
  if (given === null) return null;
  const right = nativeText(claim, method);
  const matches = (text: string, key: string | Buffer, algorithm = 'sha256'): boolean =>
    equal(createHmac(algorithm, key).update(text, 'utf8').digest(), given);
  for (const secret of secrets) {
    for (const mistake of nativeMistakes(claim, method, right))
      if (matches(mistake.text, secret)) return mistake.problem;
    for (const algorithm of ALGORITHMS) if (matches(right, secret, algorithm)) return WRONG_ALGORITHM;
    for (const key of misreadKeys(secret)) if (matches(right, key)) return WRONG_KEY_BYTES;
    // The right bytes in another writing (base64url, spaces around): the form is all that is wrong.
    if (matches(right, secret)) return WRONG_FORM;
    if (equal(Buffer.from(createHmac('sha256', secret).update(right, 'utf8').digest('hex'), 'utf8'), given))
      return ENCODED_TWICE;
    const theirs = claim.bankStringToSign;
    if (theirs !== undefined && matches(theirs, secret)) return OTHER_TEXT;
  }
  return claim.bankStringToSign === undefined ? null : WRONG_SECRET;
}

const WRONG_ALGORITHM = problem(
  'ALGORITHM',
  'Dipakai algoritme lain; yang berlaku HMAC-SHA256.',
  'Another algorithm was used; HMAC-SHA256 is the one.',
);
const WRONG_KEY_BYTES = problem(
  'SECRET',
  'Secret di-decode lebih dulu; pakai byte UTF-8 dari teksnya apa adanya.',
  'The secret was decoded first; use the UTF-8 bytes of its text as it is.',
);
const WRONG_SECRET = problem(
  'SECRET',
  'Tanda tangan juga tidak cocok dengan string-to-sign bank sendiri: secret yang dipakai bukan milik kunci ini.',
  'The signature does not even match the bank’s own string-to-sign: the secret does not belong to this key.',
);
const ENCODED_TWICE = problem(
  'SIGNATURE_FORMAT',
  'Hasil HMAC ditulis sebagai hex lalu di-base64; kirim base64 dari 32 byte-nya.',
  'The HMAC was written as hex and then base64; send base64 of its 32 bytes.',
);
const OTHER_TEXT = problem(
  'SIGNATURE',
  'Secret benar; yang ditandatangani teks lain. Lihat perbedaan pertama.',
  'The secret is right; another text was signed. See the first difference.',
);

/** Without the checks of the protocol: a mistake may well break them. */
function nativeText({ requestTarget, timestamp, requestId, rawBody }: NativeClaim, method: string): string {
  return [method, requestTarget, timestamp, requestId, sha256(rawBody)].join('\n');
}

function nativeMistakes(claim: NativeClaim, method: string, right: string): Mistake[] {
  const { requestTarget: target, timestamp, requestId, rawBody } = claim;
  const hash = sha256(rawBody);
  const compose: Compose = (head, bodyHash) =>
    [head.method, head.target, head.timestamp, requestId, bodyHash].join('\n');
  const separator = problem(
    'SEPARATOR',
    'Bagian dipisah satu line feed (0x0A), tanpa spasi dan tanpa line feed di akhir.',
    'Parts are separated by one line feed (0x0A), no spaces, none at the end.',
  );
  const nonce = problem(
    'NONCE',
    'X-Request-Id tidak ikut ditandatangani pada tempatnya (urutan: METHOD, path, X-Timestamp, X-Request-Id, hash).',
    'X-Request-Id was not signed in its place (order: METHOD, path, X-Timestamp, X-Request-Id, hash).',
  );
  const parts = right.split('\n');
  const separated = [...['\r\n', ':', '|', '', ' ', '\\n'].map((by) => parts.join(by)), `${right}\n`];
  return [
    ...textMistakes({ method, target, timestamp, rawBody }, hash, compose).filter(
      ({ text }) => text !== right,
    ),
    ...separated.map((text) => ({ text, problem: separator })),
    { text: [method, target, timestamp, hash].join('\n'), problem: nonce },
    { text: [method, target, requestId, timestamp, hash].join('\n'), problem: nonce },
  ];
}

/** The secret as a library may have read it, when it is told that keys are hex or base64. */
function misreadKeys(secret: string): Buffer[] {
  return [Buffer.from(secret, 'base64'), Buffer.from(secret, 'hex'), Buffer.from(`${secret}\n`, 'utf8')];
}

function bytesOf(signature: string): Buffer | null {
  const text = signature.trim();
  if (text === '') return null;
  return /^(?:[0-9a-fA-F]{2})+$/.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
}

function equal(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
