import fc from 'fast-check';
import vectors from '../../fixtures/qris-vectors.json';
import { rupiah } from '../money';
import {
  buildDynamicQris,
  crc16,
  decodeTlv,
  encodeTlv,
  parseQris,
  validateQris,
  withAmount,
  type DynamicQris,
  type ParsedQris,
  type QrisProblemCode,
} from './index';

const details: DynamicQris = {
  merchantName: 'PDAM CONTOH',
  city: 'KENDARI',
  postalCode: '93111',
  nmid: 'ID1020000000001',
  mpan: '936001350000000001',
  merchantId: '000000001',
  criteria: 'URE',
  acquirerDomain: 'ID.CO.BANKSULTRA.WWW',
  amount: rupiah(73_000),
  billNumber: '010203000046202510',
  referenceLabel: 'PDAM-QR-20260115-0001',
  terminalLabel: 'A01',
};

const vector = (prefix: string) => {
  const found = vectors.find((one) => one.name.startsWith(prefix));
  if (!found) throw new Error(`no vector ${prefix}`);
  return found;
};

function parsed(payload: string): ParsedQris {
  const result = parseQris(payload);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** Puts a fresh CRC on a changed body, so that only the change is wrong. */
const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`;

describe('CRC-16/CCITT-FALSE', () => {
  test('check value of the standard', () => {
    expect(crc16('123456789')).toBe('29B1');
    expect(crc16('')).toBe('FFFF');
  });

  test('covers bytes, not characters', () => {
    const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
    for (const text of ['é', '€', '😀']) expect(crc16(text)).not.toBe(crc16(utf8(text)));
    expect(crc16('é')).toBe(crcOfBytes(new TextEncoder().encode('é')));
    expect(crc16('€😀x')).toBe(crcOfBytes(new TextEncoder().encode('€😀x')));
  });
});

/** Independent of the implementation: bit by bit over a message polynomial. */
function crcOfBytes(bytes: Uint8Array): string {
  let register = 0xffff;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const out = ((register >> 15) & 1) ^ ((byte >> bit) & 1);
      register = ((register << 1) & 0xffff) ^ (out ? 0x1021 : 0);
    }
  }
  return register.toString(16).toUpperCase().padStart(4, '0');
}

describe('shared vectors', () => {
  test.each(vectors)('$name', ({ payload, valid, tlv }) => {
    expect(decodeTlv(payload)?.map(({ tag, value }) => [tag, value])).toEqual(tlv);
    expect(parseQris(payload).ok).toBe(valid);
    const errors = validateQris(payload).filter((problem) => problem.severity === 'ERROR');
    expect(errors.length === 0).toBe(valid);
  });

  test('what they say', () => {
    expect(parsed(vector('Q1').payload)).toMatchObject({
      initiation: 'DYNAMIC',
      amount: 10_000,
      merchantName: '(TEST) RETRIBUSI PARKIR PELABUHAN BULUMINUNG',
      acquirerDomain: 'ID.CO.BANKALTIMTARA.WWW',
      nmid: 'ID2024345276172',
      billNumber: '112233445534',
      terminalLabel: '47905',
    });
    expect(validateQris(vector('Q1').payload)).toEqual([
      { code: 'NAME_TOO_LONG', severity: 'WARNING', tag: '59' },
    ]);
    expect(parsed(vector('Q2').payload)).toMatchObject({
      amount: 100_003,
      referenceLabel: 'SP25RZRATEQI2HQ65Q4',
    });
    expect(parsed(vector('Q5').payload)).toMatchObject({ initiation: 'STATIC', amount: null, mcc: '4900' });
    expect(parseQris(vector('QN1').payload)).toEqual({ ok: false, problem: 'CRC_MISMATCH' });
  });
});

describe('building', () => {
  test('the same fields as the negative vector, with the right CRC', () => {
    const payload = buildDynamicQris({ ...details, billNumber: '010203000042202601' });
    expect(payload.slice(0, -4)).toBe(vector('QN1').payload.slice(0, -4));
    expect(validateQris(payload)).toEqual([]);
  });

  test('name and city are cut, identifiers refused', () => {
    const long = parsed(
      buildDynamicQris({
        ...details,
        merchantName: 'PERUMDA AIR MINUM TIRTA ANOA KOTA KENDARI',
        city: 'KABUPATEN KONAWE KEPULAUAN',
      }),
    );
    expect(long.merchantName).toBe('PERUMDA AIR MINUM TIRTA A');
    expect(long.city).toBe('KABUPATEN KONAW');
    for (const wrong of [
      { billNumber: '1'.repeat(26) },
      { referenceLabel: '1'.repeat(26) },
      { terminalLabel: '' },
      { amount: rupiah(0) },
      { amount: rupiah(-1) },
      { nmid: 'ID123' },
      { mpan: '9360' },
      { postalCode: '931' },
      { mcc: '49' },
      { merchantName: 'PDAM “X”' },
      { merchantName: '' },
      { acquirerDomain: 'X'.repeat(90) },
    ]) {
      expect(() => buildDynamicQris({ ...details, ...wrong })).toThrow(RangeError);
    }
  });

  test('a static code becomes one for an amount', () => {
    const payload = withAmount(vector('Q5').payload, rupiah(73_000));
    expect(parsed(payload)).toMatchObject({ initiation: 'DYNAMIC', amount: 73_000, nmid: 'ID1020000000001' });
    expect(validateQris(payload)).toEqual([]);
    expect(
      parsed(payload)
        .fields.map((field) => field.tag)
        .join(' '),
    ).toBe('00 01 26 51 52 53 54 58 59 60 61 62 63');
    expect(withAmount(payload, rupiah(5))).toBe(withAmount(vector('Q5').payload, rupiah(5)));
    expect(() => withAmount(vector('Q5').payload, rupiah(0))).toThrow(RangeError);
    expect(() => withAmount(vector('QN1').payload, rupiah(1))).toThrow(RangeError);
  });

  const ascii = (min: number, max: number) =>
    fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
      minLength: min,
      maxLength: max,
    });
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${String(length)}}$`));
  const buildable = fc.record({
    merchantName: ascii(1, 25),
    city: ascii(1, 15),
    postalCode: digits(5),
    nmid: digits(13).map((d) => `ID${d}`),
    mpan: digits(18),
    merchantId: ascii(1, 15),
    criteria: fc.constantFrom('UMI', 'UKE', 'UME', 'UBE', 'URE'),
    acquirerDomain: ascii(3, 30),
    mcc: digits(4),
    amount: fc.integer({ min: 1, max: 9_999_999_999 }).map(rupiah),
    billNumber: ascii(1, 25),
    referenceLabel: ascii(1, 25),
    terminalLabel: ascii(1, 25),
  });

  test('parse(build(x)) = x, and what is built is sound', () => {
    fc.assert(
      fc.property(buildable, (x: DynamicQris) => {
        const payload = buildDynamicQris(x);
        expect(parsed(payload)).toMatchObject({ ...x, initiation: 'DYNAMIC' });
        expect(validateQris(payload)).toEqual([]);
        expect(encodeTlv(parsed(payload).fields)).toBe(payload);
      }),
    );
  });

  test('any single changed character is refused', () => {
    const payload = buildDynamicQris(details);
    for (let at = 0; at < payload.length; at += 1) {
      for (const character of '0123456789AFaf .Z') {
        if (payload[at] === character) continue;
        const changed = payload.slice(0, at) + character + payload.slice(at + 1);
        expect(parseQris(changed).ok).toBe(false);
        expect(validateQris(changed)).toHaveLength(1);
      }
    }
    fc.assert(
      fc.property(buildable, fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), (x: DynamicQris, seed, code) => {
        const one = buildDynamicQris(x);
        const at = seed % one.length;
        const changed = one.slice(0, at) + String.fromCharCode(code) + one.slice(at + 1);
        expect(parseQris(changed).ok).toBe(changed === one);
      }),
    );
  });
});

describe('validation', () => {
  const body = buildDynamicQris(details).slice(0, -8);
  const change = (from: string, to: string) => {
    if (!body.includes(from)) throw new Error(`payload has no ${from}`);
    return sealed(body.replace(from, to));
  };

  test.each<[QrisProblemCode, string]>([
    ['TLV_MALFORMED', ''],
    ['TLV_MALFORMED', '0002'],
    ['TLV_MALFORMED', '000201XX'],
    ['CRC_MISSING', '000201'],
    ['CRC_MISSING', body],
    ['CRC_MISMATCH', `${body}63040000`],
    ['FORMAT_INDICATOR', change('000201', '000202')],
    ['INITIATION', change('010212', '010213')],
    ['TAG_REPEATED', change('5802ID', '5802ID5802ID')],
    ['TAG_ORDER', change('5802ID5911PDAM CONTOH', '5911PDAM CONTOH5802ID')],
    ['MERCHANT_ACCOUNT_MISSING', change('26660020', '46660020')],
    ['NMID_INVALID', change('0215ID1020000000001', '0215IX1020000000001')],
    ['MCC_INVALID', change('52044900', '520449OO')],
    ['CURRENCY_NOT_IDR', change('5303360', '5303840')],
    ['AMOUNT_MISSING', change('540573000', '')],
    ['AMOUNT_INVALID', change('540573000', '54057300x')],
    ['AMOUNT_INVALID', change('540573000', '540873000.50')],
    ['AMOUNT_INVALID', change('540573000', '540500000')],
    ['COUNTRY_NOT_ID', change('5802ID', '5802SG')],
    ['NAME_MISSING', change('5911PDAM CONTOH', '')],
    ['CITY_MISSING', change('6007KENDARI', '')],
    ['CITY_TOO_LONG', change('6007KENDARI', '6016KABUPATEN KONAWE')],
    ['POSTAL_CODE_INVALID', change('610593111', '6103931')],
    ['ADDITIONAL_DATA_MALFORMED', change('0703A01', '0704A01')],
  ])('%s', (code, payload) => {
    expect(validateQris(payload).map((problem) => problem.code)).toEqual([code]);
  });

  test.each<[QrisProblemCode, string]>([
    ['INITIATION', change('010212', '010213')],
    ['CURRENCY_NOT_IDR', change('5303360', '5303840')],
    ['AMOUNT_INVALID', change('540573000', '540873000.50')],
  ])('parsing refuses %s as well', (problem, payload) => {
    expect(parseQris(payload)).toEqual({ ok: false, problem });
  });

  test.each([
    ['540573000', 73_000],
    ['540873000.00', 73_000],
    ['540773000.0', 73_000],
    ['540673000.', 73_000],
  ])('amount written as %s', (field, amount) => {
    expect(parsed(change('540573000', field)).amount).toBe(amount);
  });

  test('garbage is refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(parseQris(text).ok).toBe(false);
        expect(validateQris(text)).not.toEqual([]);
      }),
    );
  });
});
