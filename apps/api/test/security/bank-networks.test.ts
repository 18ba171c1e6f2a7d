import { request } from 'node:http';
import { signNative } from '@tirtapay/bank-protocol';
import { testApp, type HttpCaller, type TestBank } from '../support';

/** The tests themselves are the proxy in front of the API. */
const app = testApp({ jobs: false, environment: { TRUSTED_PROXY_CIDRS: '127.0.0.0/8,198.51.100.0/24' } });
const BANK = '203.0.113.7';
let bank: TestBank;
let it1: HttpCaller;

beforeAll(async () => {
  bank = await app.make.bank({ cidrs: [`${BANK}/32`, '2001:db8:1::/48'] });
  it1 = await app.as('it');
});

let calls = 0;

/** A rightly signed call with raw header lines, some of them more than once. */
async function callThrough(...lines: readonly (readonly [string, string])[]): Promise<string> {
  const target = '/api/v1/payment/status?bank_reference=NONE';
  const timestamp = app.clock.text(app.clock.now());
  const requestId = `network-${String((calls += 1)).padStart(6, '0')}`;
  const parts = { method: 'GET', requestTarget: target, timestamp, requestId, rawBody: Buffer.alloc(0) };
  const signed = [
    ['X-Api-Key', bank.keyId],
    ['X-Timestamp', timestamp],
    ['X-Request-Id', requestId],
    ['X-Signature', signNative(bank.secret, parts)],
    ['Host', 'localhost'],
  ];
  return new Promise((resolve, reject) => {
    const outgoing = request(app.url + target, { headers: [...signed, ...lines].flat() }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        resolve((JSON.parse(text) as { code: string }).code);
      });
    });
    outgoing.once('error', reject).end();
  });
}

const KNOWN = 'payment.not_found';
const DENIED = 'auth.ip_denied';

describe('the address of a caller behind a proxy', () => {
  it.each<[string, readonly (readonly [string, string])[], string]>([
    ['is the hop the proxy names', [['X-Forwarded-For', BANK]], KNOWN],
    ['is the hop before a chain of proxies', [['X-Forwarded-For', `${BANK}, 198.51.100.3`]], KNOWN],
    ['is not what the caller put in front of it', [['X-Forwarded-For', `${BANK}, 192.0.2.1`]], DENIED],
    [
      'is not what the caller put into a header of its own',
      [
        ['X-Forwarded-For', BANK],
        ['X-Forwarded-For', '192.0.2.1'],
      ],
      DENIED,
    ],
    ['is not read from Forwarded', [['Forwarded', `for=${BANK}`]], DENIED],
    ['is not read from X-Real-IP', [['X-Real-IP', BANK]], DENIED],
    ['is the proxy itself when the hop is no address', [['X-Forwarded-For', 'unknown']], DENIED],
    ['is not read around a bad spelling', [['X-Forwarded-For', '203.0.113.07']], DENIED],
    ['is the proxy itself without the header', [], DENIED],
    ['may be written as an IPv4-mapped address', [['X-Forwarded-For', `::ffff:${BANK}`]], KNOWN],
    ['may be written as one in hexadecimal', [['X-Forwarded-For', '::ffff:cb00:7107']], KNOWN],
    ['may be IPv6', [['X-Forwarded-For', '2001:DB8:1::9']], KNOWN],
    ['must be in the network', [['X-Forwarded-For', '2001:db8:2::9']], DENIED],
  ])('%s', async (_, lines, expected) => {
    expect(await callThrough(...lines)).toBe(expected);
  });
});

describe('a network on the list of a bank', () => {
  it.each([
    '010.0.0.5',
    '10.5',
    '167772165',
    '0x0a000005',
    '0.0.0.0/0',
    '::/0',
    '::ffff:0.0.0.0/96',
    '10.0.0.0/33',
    '10.0.0.0/08',
    'bank.example',
    '10.0.0.5 # kantor',
  ])('is refused before anybody is asked: %s', async (network) => {
    const asked = await it1.post<{ code: string; errors: { pointer: string }[] }>(
      `/banks/${String(bank.id)}/settings-changes`,
      { version: 1, allowed_cidrs: ['203.0.113.0/24', network], reason: 'kantor baru' },
    );
    expect([asked.status, asked.body.code]).toEqual([422, 'bank.cidr_invalid']);
    expect(asked.body.errors.map(({ pointer }) => pointer)).toEqual(['/allowed_cidrs/1']);
  });

  it('leaves nothing to approve, and the bank as it was', async () => {
    expect(await app.database.query('SELECT FROM persetujuan')).toEqual([]);
    expect(await callThrough(['X-Forwarded-For', BANK])).toBe(KNOWN);
  });
});
