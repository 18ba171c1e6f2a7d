import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import {
  accessTokenStringToSign,
  minifyJson,
  rsaPublicKey,
  signSymmetric,
  snapStringToSign,
  verifyAccessToken,
  verifySymmetric,
} from './index';

interface Vector {
  readonly name: string;
  readonly type?: 'symmetric' | 'asymmetric-token' | 'asymmetric-verify';
  readonly [field: string]: unknown;
}
const folder = join(__dirname, '../../fixtures');
const file = JSON.parse(readFileSync(join(folder, 'snap-vectors.json'), 'utf8')) as {
  testPublicKeyPem: string;
  vectors: Vector[];
};

function text(vector: Vector, field: string): string {
  const value = vector[field];
  if (typeof value !== 'string') throw new TypeError(`${vector.name} has no ${field}`);
  return value;
}
const ofType = (type: Vector['type']) => file.vectors.filter((vector) => vector.type === type);

describe('published and cross-checked SNAP vectors', () => {
  it.each(ofType('symmetric'))('$name', (vector) => {
    const rawBody = Buffer.from(text(vector, 'rawBody'));
    const parts = {
      method: text(vector, 'method'),
      endpointUrl: text(vector, 'path'),
      accessToken: text(vector, 'accessToken'),
      timestamp: text(vector, 'timestamp'),
      rawBody,
    };
    const secret = text(vector, 'clientSecret');
    expect(minifyJson(rawBody).toString()).toBe(text(vector, 'minified'));
    expect(hash('sha256', minifyJson(rawBody), 'hex')).toBe(text(vector, 'bodySha256'));
    expect(snapStringToSign('symmetric', parts)).toBe(text(vector, 'stringToSign'));
    expect(signSymmetric(secret, parts)).toBe(text(vector, 'signatureBase64'));
    expect(signSymmetric(secret, parts, 'hex')).toBe(text(vector, 'signatureHex'));
    expect(verifySymmetric([secret], parts, text(vector, 'signatureBase64'))).toBe(0);
    expect(verifySymmetric(['another', secret], parts, text(vector, 'signatureHex'))).toBe(1);
  });

  it.each(ofType('asymmetric-token'))('$name', (vector) => {
    const parts = { clientKey: text(vector, 'clientKey'), timestamp: text(vector, 'timestamp') };
    expect(accessTokenStringToSign(parts)).toBe(text(vector, 'stringToSign'));
    const keys = [rsaPublicKey(file.testPublicKeyPem)];
    expect(verifyAccessToken(keys, parts, text(vector, 'signatureBase64'))).toBe(0);
    expect(
      verifyAccessToken(keys, { ...parts, clientKey: 'PDAM-CLIENT-02' }, text(vector, 'signatureBase64')),
    ).toBe(-1);
  });

  it.each(ofType('asymmetric-verify'))('$name', (vector) => {
    const [clientKey = '', timestamp = ''] = text(vector, 'stringToSign').split('|');
    const keys = [rsaPublicKey(file.testPublicKeyPem), rsaPublicKey(text(vector, 'publicKeyPem'))];
    expect(verifyAccessToken(keys, { clientKey, timestamp }, text(vector, 'signatureBase64'))).toBe(1);
  });

  it('keeps the padding that a naive white space strip destroys', () => {
    const negative = file.vectors.find((vector) => vector.naive !== undefined);
    const padded = file.vectors.find((vector) => vector.bodySha256 === negative?.mustDifferFrom);
    expect(padded).toBeDefined();
    if (!negative || !padded) return;
    expect(hash('sha256', text(negative, 'naive'), 'hex')).toBe(text(negative, 'naiveSha256'));
    expect(minifyJson(text(padded, 'rawBody')).toString()).not.toBe(text(negative, 'naive'));
  });

  it('holds the same public key as the PEM file', () => {
    expect(readFileSync(join(folder, 'test_rsa_public.pem'), 'utf8').trim()).toBe(
      file.testPublicKeyPem.trim(),
    );
  });
});
