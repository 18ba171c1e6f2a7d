import { connect } from 'node:net';
import { testApp } from '../support';
import { SNAP, snapPartner, type TestSnapPartner } from '../support/snap-partner';

const app = testApp();
let partner: TestSnapPartner;

beforeAll(async () => {
  partner = await snapPartner(app, await app.make.bank({ code: 'SULTRA' }), { mode: 'ASYMMETRIC' });
});

const account = () => partner.account('010203000046');
const idr = (value: unknown, currency: unknown = 'IDR') => ({ value, currency });
const inquiry = (change: object) => ({ ...account(), inquiryRequestId: 'INQ-1', ...change });
const payment = (change: object) => ({
  ...account(),
  paymentRequestId: 'PAY-1',
  paidAmount: idr('70000.00'),
  ...change,
});

describe('a body that is no body', () => {
  it.each([
    ['broken JSON', '{"partnerServiceId":', '00'],
    ['a number', '5', '00'],
    ['text', '"text"', '00'],
    ['an array', '[]', '00'],
    ['null', 'null', '00'],
    ['duplicate keys', '{"partnerServiceId":"   13501","partnerServiceId":"   13502"}', '00'],
    ['__proto__', '{"__proto__":{}}', '00'],
    ['10,000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, '00'],
    ['a byte order mark', '\uFEFF{}', '00'],
    ['no field', '{}', '02'],
    ['nothing', '', '02'],
  ])('%s', async (_, text, caseCode) => {
    for (const [path, service] of [
      [SNAP.inquiry, '24'],
      [SNAP.payment, '25'],
      [SNAP.status, '26'],
      [SNAP.notify, '52'],
    ] as const) {
      const answer = await partner.post(path, text);
      expect([answer.status, answer.code]).toEqual([400, `400${service}${caseCode}`]);
    }
  });
});

describe('inquiry fields', () => {
  it.each([
    [{ partnerServiceId: undefined }, '4002402', 'partnerServiceId'],
    [{ customerNo: '' }, '4002402', 'customerNo'],
    [{ virtualAccountNo: null }, '4002402', 'virtualAccountNo'],
    [{ inquiryRequestId: '   ' }, '4002402', 'inquiryRequestId'],
    [{ partnerServiceId: '123456789' }, '4002401', 'partnerServiceId'],
    [{ partnerServiceId: 'ABC' }, '4002401', 'partnerServiceId'],
    [{ customerNo: '12a' }, '4002401', 'customerNo'],
    [{ customerNo: ['1'] }, '4002401', 'customerNo'],
    [{ customerNo: 1.5 }, '4002401', 'customerNo'],
    [{ customerNo: '1'.repeat(21) }, '4002401', 'customerNo'],
    [{ virtualAccountNo: '   13501999' }, '4002401', 'virtualAccountNo'],
    [{ inquiryRequestId: 'x'.repeat(129) }, '4002401', 'inquiryRequestId'],
    [{ inquiryRequestId: { a: 1 } }, '4002401', 'inquiryRequestId'],
  ])('%j', async (change, code, field) => {
    const answer = await partner.post(SNAP.inquiry, inquiry(change));
    expect([answer.status, answer.code, answer.body.responseMessage]).toEqual([
      400,
      code,
      `Invalid ${code.endsWith('2') ? 'Mandatory Field' : 'Field Format'} {${field}}`,
    ]);
    expect(answer.data.inquiryStatus).toBe('01');
    expect(answer.data.inquiryReason).toHaveProperty('indonesia');
  });

  it('takes an account under the prefix of somebody else for nobody’s', async () => {
    const change = { partnerServiceId: '   13502', virtualAccountNo: '   13502010203000046' };
    expect((await partner.post(SNAP.inquiry, inquiry(change))).code).toBe('4042412');
    expect((await partner.post(SNAP.payment, payment(change))).code).toBe('4042512');
  });
});

describe('payment fields', () => {
  it.each([
    [{ paymentRequestId: undefined }, '4002502', 'paymentRequestId'],
    [{ paidAmount: undefined }, '4002502', 'paidAmount'],
    [{ paidAmount: { currency: 'IDR' } }, '4002502', 'paidAmount.value'],
    [{ paidAmount: { value: '1.00' } }, '4002502', 'paidAmount.currency'],
    [{ paidAmount: '70000.00' }, '4002501', 'paidAmount'],
    [{ paidAmount: [] }, '4002501', 'paidAmount'],
    [{ paidAmount: idr(70_000) }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('-1.00') }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('1e4') }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('0x10') }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('70,000.00') }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('70000.000') }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('123456789012345.00') }, '4002501', 'paidAmount.value'],
    [{ paidAmount: idr('70000.00', 'USD') }, '4002501', 'paidAmount.currency'],
    [{ totalAmount: idr('x') }, '4002501', 'totalAmount.value'],
    [{ paymentRequestId: 'no tabs\there' }, '4002501', 'paymentRequestId'],
    [{ paymentRequestId: 'x'.repeat(129) }, '4002501', 'paymentRequestId'],
    [{ trxDateTime: 'yesterday' }, '4002501', 'trxDateTime'],
    [{ trxDateTime: '2026-01-15T09:30:00' }, '4002501', 'trxDateTime'],
    [{ trxDateTime: '2026-02-30T09:30:00+07:00' }, '4002501', 'trxDateTime'],
    [{ billDetails: {} }, '4002501', 'billDetails'],
    [{ billDetails: [5] }, '4002501', 'billDetails'],
    [{ billDetails: [null] }, '4002501', 'billDetails'],
    [{ billDetails: Array(25).fill({}) }, '4002501', 'billDetails'],
    [{ billDetails: [{ billNo: 'x' }] }, '4002501', 'billDetails.billNo'],
    [{ referenceNo: 'line\nbreak' }, '4002501', 'referenceNo'],
  ])('%j', async (change, code, field) => {
    const answer = await partner.post(SNAP.payment, payment(change));
    expect([answer.status, answer.code]).toEqual([400, code]);
    expect(answer.body.responseMessage).toContain(`{${field}}`);
    expect(answer.data.paymentFlagStatus).toBe('01');
  });

  it.each([
    [{ latestTransactionStatus: undefined }, '4005202'],
    [{ originalReferenceNo: undefined }, '4005202'],
    [{ amount: undefined }, '4005202'],
    [{ originalReferenceNo: 'a b' }, '4005201'],
    [{ latestTransactionStatus: 'PAID' }, '4005201'],
    [{ amount: idr('0.00') }, '4045213'],
    [{ amount: idr('70000.50') }, '4045213'],
  ])('notification %j', async (change, code) => {
    const body = {
      originalReferenceNo: 'QR1',
      latestTransactionStatus: '00',
      amount: idr('1.00'),
      ...change,
    };
    expect((await partner.post(SNAP.notify, body)).code).toBe(code);
  });
});

describe('what never reaches a service', () => {
  const raw = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(app.url + path, { method, ...init });
    const text = await response.text();
    const body = JSON.parse(text) as Record<string, unknown>;
    return {
      status: response.status,
      code: body.responseCode,
      keys: Object.keys(body),
      headers: response.headers,
    };
  };
  const json = { 'content-type': 'application/json' };

  it.each<[string, string, RequestInit, string]>([
    ['GET', SNAP.inquiry, {}, '4052400'],
    ['PUT', SNAP.payment, { headers: json, body: '{}' }, '4052500'],
    ['DELETE', SNAP.notify, {}, '4055200'],
    ['GET', '/api/snap', {}, '4040002'],
    ['POST', '/api/snap/v1.0/transfer-va/create-va', { headers: json, body: '{}' }, '4040002'],
    ['POST', '/api/snap/v2.0/access-token/b2b', { headers: json, body: '{"broken' }, '4040002'],
    ['POST', `${SNAP.inquiry}/`, { headers: json, body: '{}' }, '4040002'],
    ['POST', SNAP.inquiry, { headers: { 'content-type': 'text/xml' }, body: '<a/>' }, '4002401'],
    ['POST', SNAP.payment, { headers: json, body: `"${'x'.repeat(1_100_000)}"` }, '4002500'],
    ['POST', SNAP.payment, { headers: json, body: '{"broken' }, '4002502'],
    ['POST', '/api/snap/%E0%A4%A', { headers: json, body: '{}' }, '4000000'],
  ])('%s %s', async (method, path, init, code) => {
    const answer = await raw(method, path, init);
    expect([answer.code, answer.status]).toEqual([code, Number(code.slice(0, 3))]);
    expect(answer.keys).toEqual(['responseCode', 'responseMessage']);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('a URL that cannot be decoded elsewhere is problem+json', async () => {
    const response = await fetch(`${app.url}/api/v1/customers/%E0%A4%A`);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ code: 'request.invalid', status: 400 });
  });

  it('native routes never speak SNAP', async () => {
    for (const body of ['{"broken', '{}', '[]']) {
      const response = await fetch(`${app.url}/api/v1/payment/verify`, {
        method: 'POST',
        headers: json,
        body,
      });
      const text = await response.text();
      expect(text).not.toContain('responseCode');
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });

  it('survives a request line that is no HTTP', async () => {
    const { hostname, port } = new URL(app.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('POST /api/snap HTTP/9.9\r\n\r\n'));
      socket.on('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await raw('GET', SNAP.inquiry)).code).toBe('4052400');
  });
});
