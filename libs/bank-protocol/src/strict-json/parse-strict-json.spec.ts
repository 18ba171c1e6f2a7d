import fc from 'fast-check';
import { parseStrictJson, type StrictJsonLimits } from './index';

const limits: StrictJsonLimits = { maxBytes: 8_000_000 };
const plain: StrictJsonLimits = { ...limits, plainIntegersOnly: true };
const parse = (text: string, use = limits) => parseStrictJson(Buffer.from(text, 'utf8'), use);

function problemOf(text: string, use = limits) {
  const result = parse(text, use);
  return result.ok ? 'accepted' : `${result.problem.code} ${result.problem.pointer}`;
}

describe('agrees with JSON.parse on what it accepts', () => {
  it('for any JSON value, written compactly or not', () => {
    // Strings of ordinary letters: what the strict rules refuse is tested below.
    const text = fc.string({ unit: fc.constantFrom(...Array.from('aé漢😀"\\/ {}[]:,0-')) });
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, false),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        text,
        fc.array(tie('node')),
        fc.dictionary(text, tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (original, space) => {
        const json = JSON.stringify(original, null, space);
        expect(parse(json)).toEqual({ ok: true, value: JSON.parse(json) as unknown });
      }),
      { numRuns: 300 },
    );
  });

  it('and never accepts, nor throws at, what JSON.parse refuses', () => {
    const fragment = fc.constantFrom(...Array.from('{}[]:,"\\u0019eE+-. \t\ntrufalsn\u0000'));
    fc.assert(
      fc.property(fc.string({ unit: fragment, maxLength: 30 }), (text) => {
        const result = parse(text);
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
    for (const bad of [
      '',
      ' ',
      '{',
      ']',
      '{"a":1]',
      '[1,]',
      '{"a" 1}',
      '"abc',
      '"\\u12',
      '"\\',
      '01',
      '1.',
      'nul',
    ]) {
      expect(problemOf(bad)).toMatch(/^syntax/);
    }
    expect(problemOf('"a\u0001b"')).toBe('encoding ');
  });
});

describe('one document, one meaning', () => {
  it.each([
    ['{"amount":1,"amount":2}', 'duplicate_key /amount'],
    ['{"a":[0,{"b":1,"\\u0062":2}]}', 'duplicate_key /a/1/b'],
    ['{"a":{"b":1},"b":2,"a":3}', 'duplicate_key /a'],
    ['{"__proto__":{"admin":true}}', 'forbidden_key /__proto__'],
    ['{"x":{"\\u005f_proto__":1}}', 'forbidden_key /x/__proto__'],
    ['{"a/b~c":{"d":1,"d":1}}', 'duplicate_key /a~1b~0c/d'],
  ])('%s', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('lets one key stand in different objects, and as a value', () => {
    expect(parse('{"a":{"a":"a"},"b":[{"a":"a"},{"a":"b"}]}').ok).toBe(true);
  });

  it.each([
    '1e4',
    '1E4',
    '10000.00',
    '-0',
    '0.0',
    '9007199254740993',
    '9007199254740992',
    '-9007199254740992',
    '1e400',
  ])('with plain integers only, refuses %s', (number) => {
    expect(problemOf(`{"amount":${number}}`, plain)).toBe('number_form /amount');
    expect(problemOf(`{"bills":[1,${number}]}`, plain)).toBe('number_form /bills/1');
  });

  it('takes plain integers, and other finite numbers where they are allowed', () => {
    expect(parse('[0,-1,72500,9007199254740991]', plain)).toEqual({
      ok: true,
      value: [0, -1, 72500, 9007199254740991],
    });
    expect(parse('[1e4,10000.00]')).toEqual({ ok: true, value: [10000, 10000] });
    expect(problemOf('[1e400]')).toBe('number_form /0');
  });
});

describe('text', () => {
  it.each([
    ['NUL, escaped', '"a\\u0000b"'],
    ['a control character, raw', '"a\u001bb"'],
    ['a C1 control', '"a\\u0085b"'],
    ['a right-to-left override', '"RINA\u202eAINRUK"'],
    ['an escaped isolate', '"\\u2066x"'],
    ['a lone high surrogate', '"\\ud83d"'],
    ['a high surrogate before a letter', '"\\ud83da"'],
    ['a lone low surrogate', '"\\ude00"'],
    ['two high surrogates', '"\\ud83d\\ud83d\\ude00"'],
    ['an escaped line feed', '"a\\nb"'],
    ['NUL in a key', '{"a\\u0000":1}'],
  ])('refuses %s', (_name, text) => {
    expect(problemOf(text)).toMatch(/^encoding/);
  });

  it('says where', () => {
    expect(problemOf('{"name":"x","address":["y","\\u0000"]}')).toBe('encoding /address/1');
  });

  it('accepts paired surrogates, escaped or not, and line breaks when asked', () => {
    expect(parse('["\\ud83d\\ude00","😀"]')).toEqual({ ok: true, value: ['😀', '😀'] });
    expect(parse('"a\\r\\n\\tb"', { ...limits, allowLineBreaks: true })).toEqual({
      ok: true,
      value: 'a\r\n\tb',
    });
    expect(problemOf('"a\\bb"', { ...limits, allowLineBreaks: true })).toBe('encoding ');
    expect(problemOf('"a\nb"', { ...limits, allowLineBreaks: true })).toBe('encoding ');
  });

  it('refuses a byte order mark and bytes that are not UTF-8', () => {
    const bytes = (...parts: number[]) => parseStrictJson(Buffer.from(parts), limits);
    const encoding = {
      ok: false,
      problem: expect.objectContaining({ code: 'encoding', pointer: '' }) as unknown,
    };
    expect(bytes(0xef, 0xbb, 0xbf, 0x31)).toEqual(encoding);
    expect(bytes(0xff, 0xfe, 0x31, 0x00)).toEqual(encoding);
    expect(bytes(0x22, 0xc3, 0x28, 0x22)).toEqual(encoding);
    expect(bytes(0x22, 0xc0, 0x80, 0x22)).toEqual(encoding);
    expect(bytes(0x22, 0xed, 0xa0, 0x80, 0x22)).toEqual(encoding);
  });
});

describe('size', () => {
  it('stops at the depth limit without using the stack', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(parse(deep(32)).ok).toBe(true);
    expect(problemOf(deep(33))).toMatch(/^too_deep/);
    expect(problemOf(deep(10_000))).toMatch(/^too_deep/);
    expect(problemOf('{"a":'.repeat(10_000))).toMatch(/^too_deep/);
    expect(parse(deep(10_000), { ...limits, maxDepth: 10_000, maxValues: 10_000 }).ok).toBe(true);
  });

  const many = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${String(index)}`, 1])));

  it('takes 200 keys in one object, in as many objects as values allow, and says where there are more', () => {
    expect(parse(many(200)).ok).toBe(true);
    expect(parse(`[${Array(20).fill(many(200)).join(',')}]`).ok).toBe(true);
    expect(problemOf(many(201))).toBe('too_many_keys /k200');
    expect(problemOf(`{"a":[0,${many(80_000)}]}`)).toBe('too_many_keys /a/1/k200');
    expect(problemOf('{"a":1,"b":2,"c":3}', { ...limits, maxKeys: 2 })).toBe('too_many_keys /c');
  });

  it('counts every value of the document, whatever its kind', () => {
    const array = (count: number, value: string) => `[${Array(count).fill(value).join(',')}]`;
    for (const value of ['1', '"x"', 'true', 'null', '{}', '[]']) {
      expect(parse(array(4_999, value)).ok).toBe(true);
      expect(problemOf(array(5_000, value))).toBe('too_many_values /4999');
    }
    expect(parse(array(5_000, '1'), { ...limits, maxValues: 5_001 }).ok).toBe(true);
  });

  it('reads 5 MB, 100,000 keys and 100,000 elements in one go where so much is allowed', () => {
    const limits: StrictJsonLimits = { maxBytes: 8_000_000, maxKeys: 100_000, maxValues: 100_001 };
    const parse = (text: string, use = limits) => parseStrictJson(Buffer.from(text, 'utf8'), use);
    const plain = { ...limits, plainIntegersOnly: true };
    expect(parse(JSON.stringify('x'.repeat(5_000_000))).ok).toBe(true);
    const keys = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`k${String(index)}`, index]),
    );
    expect(parse(JSON.stringify(keys)).ok).toBe(true);
    expect(parse(JSON.stringify(Array.from({ length: 100_000 }, (_, index) => index)), plain).ok).toBe(true);
  });

  it('refuses a body over the byte limit before reading it', () => {
    expect(problemOf('"aaaa"', { maxBytes: 5 })).toBe('too_large ');
    expect(parse('"aaa"', { maxBytes: 5 }).ok).toBe(true);
  });

  it('cuts an endless key in the pointer', () => {
    const key = 'k'.repeat(10_000);
    expect(problemOf(`{"${key}":1,"${key}":2}`)).toBe(`duplicate_key /${'k'.repeat(64)}…`);
  });
});
