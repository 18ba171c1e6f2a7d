import fc from 'fast-check';
import { AddressList, CidrError, normalizeAddress, parseCidrStrict } from './index';

function read(text: string): string {
  const result = parseCidrStrict(text);
  return result.ok ? result.cidr.text : result.problem;
}

describe('allow-list entries', () => {
  it.each([
    ['10.0.0.5', '10.0.0.5/32'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['10.1.2.3/24', '10.1.2.0/24'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::1', '::1/128'],
    ['::ffff:10.0.0.5', '10.0.0.5/32'],
    ['::ffff:0a00:0/120', '10.0.0.0/24'],
  ])('%s is %s', (text, canonical) => {
    expect(read(text)).toBe(canonical);
  });

  it.each([
    ['010.0.0.5', 'FORMAT'],
    ['10.5', 'FORMAT'],
    ['167772165', 'FORMAT'],
    ['0x0a000005', 'FORMAT'],
    ['10.0.0.256', 'FORMAT'],
    ['10.0.0.5 ', 'FORMAT'],
    ['', 'FORMAT'],
    ['/8', 'FORMAT'],
    ['10.0.0.0/8/8', 'FORMAT'],
    ['fe80::1%eth0', 'FORMAT'],
    ['::10.0.0.5', 'FORMAT'],
    ['bank.example', 'FORMAT'],
    ['10.0.0.0/33', 'PREFIX_LENGTH'],
    ['10.0.0.0/08', 'PREFIX_LENGTH'],
    ['10.0.0.0/', 'PREFIX_LENGTH'],
    ['10.0.0.0/-1', 'PREFIX_LENGTH'],
    ['2001:db8::/129', 'PREFIX_LENGTH'],
    ['0.0.0.0/0', 'PREFIX_TOO_WIDE'],
    ['10.0.0.0/7', 'PREFIX_TOO_WIDE'],
    ['::/0', 'PREFIX_TOO_WIDE'],
    ['2001::/31', 'PREFIX_TOO_WIDE'],
    ['::ffff:0.0.0.0/96', 'PREFIX_TOO_WIDE'],
    ['::ffff:0.0.0.0/64', 'PREFIX_TOO_WIDE'],
  ])('refuses %j: %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});

describe('addresses', () => {
  it.each([
    ['::ffff:10.0.0.5', '10.0.0.5'],
    ['::ffff:0a00:5', '10.0.0.5'],
    ['10.0.0.5', '10.0.0.5'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['010.0.0.5', null],
    ['10.5', null],
    ['::10.0.0.5', null],
    ['unknown', null],
    ['', null],
  ])('%s is %s', (text, normalized) => {
    expect(normalizeAddress(text)).toBe(normalized);
  });
});

describe('address list', () => {
  const list = new AddressList(['10.0.0.5/32', '192.168.4.0/22', '2001:db8:1::/48', '127.0.0.1', '::1']);

  it.each([
    '10.0.0.5',
    '::ffff:10.0.0.5',
    '::ffff:0a00:5',
    '192.168.7.255',
    '2001:db8:1:ffff::9',
    '127.0.0.1',
    '::1',
  ])('includes %s', (ip) => {
    expect(list.includes(ip)).toBe(true);
  });

  it.each([
    '10.0.0.6',
    '192.168.8.0',
    '2001:db8:2::1',
    '127.0.0.2',
    '::2',
    '::10.0.0.5',
    '',
    'x',
    '010.0.0.5',
  ])('does not include %s', (ip) => {
    expect(list.includes(ip)).toBe(false);
  });

  it('is empty when nothing is allowed, and refuses a bad entry', () => {
    expect(new AddressList([]).includes('127.0.0.1')).toBe(false);
    expect(() => new AddressList(['10.0.0.1', '0.0.0.0/0'])).toThrow(CidrError);
  });

  it('agrees with bit arithmetic for any IPv4 network', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    const dotted = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
    fc.assert(
      fc.property(word, word, fc.integer({ min: 8, max: 32 }), fc.nat(31), (network, other, prefix, bit) => {
        const near = (network ^ (1 << bit)) >>> 0;
        const compiled = new AddressList([`${dotted(network)}/${String(prefix)}`]);
        for (const address of [network, near, other]) {
          // A shift by 32 is a shift by 0 in JavaScript, so the difference is divided.
          const inside = Math.floor(((address ^ network) >>> 0) / 2 ** (32 - prefix)) === 0;
          expect(compiled.includes(dotted(address))).toBe(inside);
        }
      }),
    );
  });
});
