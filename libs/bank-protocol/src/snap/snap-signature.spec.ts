import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import {
  accessTokenStringToSign,
  bearerToken,
  isExternalId,
  minifyJson,
  RsaKeyError,
  rsaPrivateKey,
  rsaPublicKey,
  signAccessToken,
  signAsymmetric,
  signSymmetric,
  snapStringToSign,
  verifyAccessToken,
  verifyAsymmetric,
  verifySymmetric,
  type SymmetricParts,
} from './index';

function pemPair(bits: number): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
const pair = pemPair(2048);
const publicKey = rsaPublicKey(pair.publicKey);
const privateKey = rsaPrivateKey(pair.privateKey);

const secret = 'pdam-sandbox-secret-001';
const call: SymmetricParts = {
  method: 'POST',
  endpointUrl: '/api/snap/v1.0/transfer-va/inquiry',
  accessToken: 'sandbox-token-001',
  timestamp: '2026-01-15T09:30:00+08:00',
  rawBody: Buffer.from('{"partnerServiceId":"   13501","customerNo":"010203000046","note":"a \\" b"}'),
};

/** A call with one character of one component (or of the compact body) replaced by another visible one. */
const oneCharacterChanged = fc
  .record({
    field: fc.constantFrom('method', 'endpointUrl', 'accessToken', 'timestamp', 'rawBody'),
    at: fc.nat(),
    letter: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  })
  .map(({ field, at, letter }) => {
    const name = field;
    const text = call[name].toString();
    const index = at % text.length;
    const changed = text.slice(0, index) + letter + text.slice(index + 1);
    return {
      name,
      same: changed === text,
      parts: { ...call, [name]: name === 'rawBody' ? Buffer.from(changed) : changed },
    };
  })
  .filter(({ same }) => !same);

describe('minify', () => {
  it('drops white space outside strings only, keeping numbers and escapes as written', () => {
    const raw = '\t{ "a" : "  x \\" y\\\\" ,\r\n "b" : [ 1.0 , 12345678901234567890 ], "c":"\\/é" }\n';
    expect(minifyJson(raw).toString()).toBe(
      '{"a":"  x \\" y\\\\","b":[1.0,12345678901234567890],"c":"\\/é"}',
    );
    expect(minifyJson('').length).toBe(0);
  });

  it('equals compact JSON for any pretty-printed value, and is idempotent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 4, '\t'), (value, space) => {
        const minified = minifyJson(JSON.stringify(value, null, space));
        expect(minified.toString()).toBe(JSON.stringify(value));
        expect(minifyJson(minified)).toBe(minified);
      }),
    );
  });

  it('never throws on bytes that are not JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(minifyJson(Buffer.from(bytes)).length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('symmetric', () => {
  const signature = signSymmetric(secret, call);

  it('fails when any one character changes', () => {
    fc.assert(
      fc.property(oneCharacterChanged, ({ parts }) => {
        expect(verifySymmetric([secret], parts, signature)).toBe(-1);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts a signer that hashed the body as sent', () => {
    const pretty = Buffer.from(JSON.stringify(JSON.parse(call.rawBody.toString()), null, 2));
    const asSent = { ...call, rawBody: pretty };
    expect(verifySymmetric([secret], asSent, signature)).toBe(0);
    const rawText = snapStringToSign('symmetric', asSent, 'as-sent');
    expect(rawText).not.toBe(snapStringToSign('symmetric', asSent));
  });

  it('never throws and refuses garbage, no secret, an empty secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 140 }), (garbage) => {
        expect(verifySymmetric([secret], call, garbage)).toBe(-1);
      }),
    );
    expect(verifySymmetric([], call, signature)).toBe(-1);
    expect(verifySymmetric([''], call, signature)).toBe(-1);
    expect(() => signSymmetric('', call)).toThrow(RangeError);
  });

  it('keeps the colon from shifting fields: a token with a colon cannot be signed or verified', () => {
    const shifted = { ...call, endpointUrl: '/api', accessToken: `snap:${call.accessToken}` };
    expect(() => snapStringToSign('symmetric', shifted)).toThrow(RangeError);
    expect(verifySymmetric([secret], shifted, signature)).toBe(-1);
  });
});

describe('asymmetric', () => {
  it('signs and verifies in both encodings, and names the key', () => {
    const other = rsaPublicKey(pemPair(2048).publicKey);
    expect(verifyAsymmetric([publicKey], call, signAsymmetric(privateKey, call))).toBe(0);
    expect(verifyAsymmetric([other, publicKey], call, signAsymmetric(privateKey, call, 'hex'))).toBe(1);
    expect(verifyAsymmetric([other], call, signAsymmetric(privateKey, call))).toBe(-1);
    expect(snapStringToSign('asymmetric', call)).not.toContain(call.accessToken);
  });

  it('fails when any one character changes', () => {
    const signature = signAsymmetric(privateKey, call);
    fc.assert(
      fc.property(
        oneCharacterChanged.filter(({ name }) => name !== 'accessToken'),
        ({ parts }) => {
          expect(verifyAsymmetric([publicKey], parts, signature)).toBe(-1);
        },
      ),
    );
  });

  it('signs access token requests', () => {
    const parts = { clientKey: 'demo-snap-sultra', timestamp: call.timestamp };
    const signature = signAccessToken(privateKey, parts);
    expect(verifyAccessToken([publicKey], parts, signature)).toBe(0);
    expect(
      verifyAccessToken([publicKey], { ...parts, timestamp: '2026-01-15T09:30:01+08:00' }, signature),
    ).toBe(-1);
    expect(verifyAccessToken([publicKey], { ...parts, clientKey: 'a|b' }, signature)).toBe(-1);
    expect(() => accessTokenStringToSign({ ...parts, clientKey: 'a|b' })).toThrow(RangeError);
  });

  it.each([
    ['TOO_SHORT', pemPair(1024).publicKey],
    ['NOT_PUBLIC', pair.privateKey],
    ['UNREADABLE', 'not a key'],
    ['NOT_RSA', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  ])('refuses a partner key: %s', (problem, pem) => {
    expect(() => rsaPublicKey(pem)).toThrow(RsaKeyError);
    expect(() => rsaPublicKey(pem)).toThrow(problem);
  });

  it('refuses a short private key', () => {
    expect(() => rsaPrivateKey(pemPair(1024).privateKey)).toThrow('TOO_SHORT');
  });
});

describe('headers', () => {
  it('reads a bearer token and nothing else', () => {
    expect(bearerToken('Bearer abc.def-1')).toBe('abc.def-1');
    for (const bad of [undefined, '', 'Bearer', 'Basic abc', 'Bearer a b', 'Bearer a:b']) {
      expect(bearerToken(bad)).toBeNull();
    }
  });

  it('takes external ids of both editions of the standard', () => {
    expect(isExternalId('20260115000000001')).toBe(true);
    expect(isExternalId('EXT-1')).toBe(true);
    for (const bad of ['', '1'.repeat(37), 'a_b', 'a b', 7]) expect(isExternalId(bad)).toBe(false);
  });
});
