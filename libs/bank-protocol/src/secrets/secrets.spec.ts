import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { blindIndex, EnvelopeError, KeyRing } from './index';

const first = { id: 1, key: randomBytes(32) };
const second = { id: 2, key: randomBytes(32) };
const ring = new KeyRing([first], 1);

function problemOf(open: () => unknown): string {
  try {
    open();
    return 'opened';
  } catch (error) {
    if (error instanceof EnvelopeError) return error.problem;
    throw error;
  }
}

describe('key ring', () => {
  it('opens what it sealed, for any text and any binding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plaintext, aad) => {
        expect(ring.open(ring.seal(plaintext, aad), aad)).toBe(plaintext);
      }),
    );
  });

  it('writes v1:keyId:iv:tag:ciphertext and never the same twice', () => {
    const envelope = ring.seal('rahasia', 'bank/secret/1');
    expect(envelope).toMatch(/^v1:1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]+=*$/);
    expect(ring.seal('rahasia', 'bank/secret/1')).not.toBe(envelope);
    expect(envelope).not.toContain('rahasia');
  });

  it('does not open an envelope moved to another row', () => {
    const envelope = ring.seal('rahasia', 'bank/secret/1');
    expect(problemOf(() => ring.open(envelope, 'bank/secret/2'))).toBe('AUTHENTICATION_FAILED');
  });

  it('does not open an envelope with any character changed', () => {
    const envelope = ring.seal('7471010101900001', 'customer/nik/1');
    const letter = fc.constantFrom(...Array.from('AZaz09+/=:v'));
    fc.assert(
      fc.property(fc.nat(envelope.length - 1), letter, (index, replacement) => {
        fc.pre(envelope[index] !== replacement);
        const changed = envelope.slice(0, index) + replacement + envelope.slice(index + 1);
        // Base64 padding bits may leave the bytes as they were; then it may open, but only to the same text.
        const result = problemOf(() => {
          expect(ring.open(changed, 'customer/nik/1')).toBe('7471010101900001');
        });
        if (result === 'opened') expect(bytesOf(changed)).toEqual(bytesOf(envelope));
      }),
      { numRuns: 500 },
    );
  });

  it('tells a key it does not hold from a changed envelope', () => {
    const envelope = new KeyRing([second], 2).seal('x', 'a');
    expect(problemOf(() => ring.open(envelope, 'a'))).toBe('UNKNOWN_KEY');
    expect(problemOf(() => ring.open(envelope.replace('v1:2:', 'v1:1:'), 'a'))).toBe('AUTHENTICATION_FAILED');
    for (const bad of ['', 'v1', 'v2:1:a:b:c', 'v1:x:a:b:c', `${envelope}:`, 'plain text']) {
      expect(problemOf(() => ring.open(bad, 'a'))).toBe('MALFORMED');
      expect(problemOf(() => ring.needsRotation(bad))).toBe('MALFORMED');
    }
  });

  it('rotates: old envelopes open, new ones use the new key', () => {
    const old = ring.seal('x', 'a');
    const rotated = new KeyRing([first, second], 2);
    expect(rotated.open(old, 'a')).toBe('x');
    expect(rotated.needsRotation(old)).toBe(true);
    const resealed = rotated.seal(rotated.open(old, 'a'), 'a');
    expect(rotated.needsRotation(resealed)).toBe(false);
    expect(new KeyRing([second], 2).open(resealed, 'a')).toBe('x');
  });

  it('refuses a wrong set of keys', () => {
    expect(() => new KeyRing([{ id: 1, key: randomBytes(16) }], 1)).toThrow(RangeError);
    expect(() => new KeyRing([first, { ...second, id: 1 }], 1)).toThrow(RangeError);
    expect(() => new KeyRing([first], 2)).toThrow(RangeError);
    expect(() => new KeyRing([{ id: 1.5, key: first.key }], 1.5)).toThrow(RangeError);
  });

  it('does not show its keys when printed', () => {
    expect(JSON.stringify(ring)).toBe('{}');
  });
});

function bytesOf(envelope: string): Buffer[] {
  return envelope
    .split(':')
    .slice(2)
    .map((part) => Buffer.from(part, 'base64'));
}

describe('blind index', () => {
  const key = randomBytes(32);

  it('is equal for equal values under one key only', () => {
    const index = blindIndex(key, '7471010101900001');
    expect(index).toHaveLength(32);
    expect(blindIndex(key, '7471010101900001')).toEqual(index);
    expect(blindIndex(key, '7471010101900002')).not.toEqual(index);
    expect(blindIndex(randomBytes(32), '7471010101900001')).not.toEqual(index);
    expect(() => blindIndex(randomBytes(16), 'x')).toThrow(RangeError);
  });
});
