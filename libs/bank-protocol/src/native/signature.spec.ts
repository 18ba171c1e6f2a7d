import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  nativeStringToSign,
  responseStringToSign,
  signNative,
  signNativeResponse,
  verifyNative,
  verifyNativeResponse,
  type NativeRequestParts,
} from './index';

interface Vectors {
  secret: string;
  requests: (Omit<NativeRequestParts, 'rawBody'> & { body: string; signature: string })[];
  responses: { status: number; requestId: string; timestamp: string; body: string; signature: string }[];
}
const fixture = join(__dirname, '../../fixtures/native-vectors.json');
const vectors = JSON.parse(readFileSync(fixture, 'utf8')) as Vectors;
const secret = vectors.secret;

const call: NativeRequestParts = {
  method: 'POST',
  requestTarget: '/api/v1/payment/process?x=1',
  timestamp: '2026-01-15T09:30:00+08:00',
  requestId: 'req-00000001',
  rawBody: Buffer.from('{"amount":72500}'),
};

/** `text` with the character at `index` replaced by another one. */
function changed(text: string, index: number, replacement: string): string {
  return text.slice(0, index) + replacement + text.slice(index + 1);
}

describe('published vectors', () => {
  it.each(vectors.requests)('$method $requestTarget', ({ body, signature, ...parts }) => {
    const request = { ...parts, rawBody: Buffer.from(body) };
    expect(signNative(secret, request)).toBe(signature);
    expect(verifyNative([secret], request, signature)).toBe(0);
  });

  it.each(vectors.responses)('answer $status to $requestId', ({ body, signature, ...parts }) => {
    const response = { ...parts, rawBody: Buffer.from(body) };
    expect(signNativeResponse(secret, response)).toBe(signature);
    expect(verifyNativeResponse([secret], response, signature)).toBe(0);
  });
});

describe('string to sign', () => {
  it('joins with single line feeds and ends without one', () => {
    expect(nativeStringToSign({ ...call, rawBody: Buffer.alloc(0) })).toBe(
      'POST\n/api/v1/payment/process?x=1\n2026-01-15T09:30:00+08:00\nreq-00000001\n' +
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(
      responseStringToSign({ status: 200, requestId: 'r', timestamp: 't', rawBody: Buffer.alloc(0) }),
    ).toBe('200\nr\nt\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each([
    ['a line feed in the target', { requestTarget: '/a\n/b' }],
    ['a lower case method', { method: 'post' }],
    ['a method with a space', { method: 'POST ' }],
    ['a request id with a line feed', { requestId: 'req-0000\n0001' }],
    ['bytes beyond ASCII in the target', { requestTarget: '/é' }],
    ['an empty timestamp', { timestamp: '' }],
  ])('refuses %s, and verifies nothing with it', (_name, change) => {
    const parts = { ...call, ...change };
    expect(() => nativeStringToSign(parts)).toThrow(RangeError);
    expect(verifyNative([secret], parts, signNative(secret, call))).toBe(-1);
  });

  it('refuses a status that is not one', () => {
    const parts = {
      status: 99,
      requestId: 'req-00000001',
      timestamp: call.timestamp,
      rawBody: Buffer.alloc(0),
    };
    expect(() => responseStringToSign(parts)).toThrow(RangeError);
    expect(verifyNativeResponse([secret], parts, 'A'.repeat(43) + '=')).toBe(-1);
  });
});

describe('verification', () => {
  const signature = signNative(secret, call);

  it('accepts base64 and hex of either case', () => {
    const hex = Buffer.from(signature, 'base64').toString('hex');
    expect(verifyNative([secret], call, hex)).toBe(0);
    expect(verifyNative([secret], call, hex.toUpperCase())).toBe(0);
  });

  it('names the secret that verified while two are valid', () => {
    expect(verifyNative(['old-secret', secret], call, signature)).toBe(1);
    expect(verifyNative([Buffer.from(secret), 'new-secret'], call, signature)).toBe(0);
    expect(verifyNative(['old-secret', 'new-secret'], call, signature)).toBe(-1);
  });

  it('refuses everything for an unknown key and for an empty secret', () => {
    expect(verifyNative([], call, signature)).toBe(-1);
    expect(verifyNative(['', Buffer.alloc(0)], call, signature)).toBe(-1);
    expect(() => signNative('', call)).toThrow(RangeError);
  });

  it('never throws and never accepts garbage', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (garbage) => {
        expect(verifyNative([secret], call, garbage)).toBe(-1);
      }),
    );
    for (const bad of [
      '',
      '=',
      'A'.repeat(44),
      'g'.repeat(64),
      signature.slice(1),
      `${signature} `,
      `${signature}=`,
    ]) {
      expect(verifyNative([secret], call, bad)).toBe(-1);
    }
  });

  it('refuses any other spelling of the same base64 bytes', () => {
    // The last character before "=" carries two unused bits; only the canonical one is taken.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const others = Array.from(alphabet).filter((letter) => letter !== signature[42]);
    for (const letter of others)
      expect(verifyNative([secret], call, changed(signature, 42, letter))).toBe(-1);
  });

  it('fails when any one character of any component changes', () => {
    const visible = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
    const fields = ['method', 'requestTarget', 'timestamp', 'requestId'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.nat(), visible, (field, at, letter) => {
        const index = at % call[field].length;
        fc.pre(call[field][index] !== letter);
        const parts = { ...call, [field]: changed(call[field], index, letter) };
        expect(verifyNative([secret], parts, signature)).toBe(-1);
      }),
      { numRuns: 500 },
    );
  });

  it('fails when any one byte of the body changes, is added or is missing', () => {
    fc.assert(
      fc.property(fc.nat(call.rawBody.length - 1), fc.integer({ min: 1, max: 255 }), (index, difference) => {
        const rawBody = Buffer.from(call.rawBody);
        rawBody[index] = (rawBody[index] ?? 0) ^ difference;
        expect(verifyNative([secret], { ...call, rawBody }, signature)).toBe(-1);
      }),
    );
    const longer = Buffer.concat([call.rawBody, Buffer.from(' ')]);
    expect(verifyNative([secret], { ...call, rawBody: longer }, signature)).toBe(-1);
    expect(verifyNative([secret], { ...call, rawBody: call.rawBody.subarray(1) }, signature)).toBe(-1);
  });

  it('cannot be fooled by moving characters between components', () => {
    const shifted = {
      ...call,
      requestTarget: call.requestTarget + call.timestamp.slice(0, 1),
      timestamp: call.timestamp.slice(1),
    };
    expect(verifyNative([secret], shifted, signature)).toBe(-1);
  });
});
