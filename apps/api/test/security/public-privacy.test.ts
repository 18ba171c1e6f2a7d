import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { STAFF_PASSWORD, testApp, type TestBank, type TestCustomer } from '../support';
import { SnapBank } from '../support/snap-bank';

/* What anybody may call is called, and nothing it answers says who a customer is. */

const app = testApp({ jobs: false });
const host = new SnapBank();

interface Operation {
  readonly operationId: string;
  readonly 'x-access'?: { readonly kind: string };
  readonly security?: readonly unknown[];
}

const document = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> };

const publicOperations = Object.values(document.paths)
  .flatMap((methods) => Object.values(methods))
  .filter((operation) => operation['x-access']?.kind === 'PUBLIC')
  .map((operation) => operation.operationId);

const PERSON = {
  name: 'Sulastri Wulandari',
  address: 'Jl. Kenanga Srikandi No. 17B RT 003/RW 005, Bende',
  phone: '081298761234',
  email: 'sulastri.w@example.id',
  nik: '7471014507880003',
};
const SERIAL = 'AP-4471.73-15/B';
const DIGITS = '7315';
/** Whole words of the person, and pieces no mask leaves standing. */
const SECRETS = [
  'Sulastri',
  'Wulandari',
  'Srikandi',
  'No. 17B',
  'RT 003',
  'Bende',
  '081298761234',
  '8129876',
  '8761234',
  'sulastri.w',
  'example.id',
  '7471014507880003',
  'AP-4471',
  '4471.73',
];

let customer: TestCustomer;
let bank: TestBank;
let inquiryToken = '';
let historyToken = '';
let receiptToken = '';
let checkout: PublicCheckoutDto;

async function text(method: string, path: string, body?: unknown, headers = {}): Promise<string> {
  const answer = await app.anyone.call(method, path, body, { headers });
  if (answer.status >= 500) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
  return `${answer.text}\n${JSON.stringify([...answer.headers])}`;
}

/** The words a PDF shows: its streams, unpacked, and the hex strings of their text operators. */
async function pdfText(path: string): Promise<string> {
  const response = await fetch(`${app.url}/api/v1${path}`);
  expect(response.status).toBe(200);
  const raw = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const streams = [...raw.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'),
  );
  const shown = [...streams.join('\n').matchAll(/\[(.*?)\] TJ/g)].map((match) =>
    [...(match[1] ?? '').matchAll(/<([0-9a-f]*)>/g)]
      .map((hex) => Buffer.from(hex[1] ?? '', 'hex').toString('latin1'))
      .join(''),
  );
  const words = shown.join('');
  // Otherwise nothing was read, and nothing found in it means nothing.
  expect(words).toContain(customer.customer_number);
  return words + raw;
}

async function firstEvents(path: string): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${app.url}/api/v1${path}`, { signal: stop.signal });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  stop.abort();
  return Buffer.from(first?.value ?? []).toString('utf8');
}

const inquiry = () => `/public/inquiries/${inquiryToken}`;
const proof = () => ({ 'x-history-token': historyToken });

/** How each public operation is asked about this customer; a new one must be added here. */
const ASKED: Readonly<Record<string, () => Promise<string>[]>> = {
  HealthController_live: () => [text('GET', '/health/live')],
  HealthController_ready: () => [text('GET', '/health/ready')],
  logIn: () => [
    text('POST', '/auth/login', { username: PERSON.email, password: 'guess' }),
    text('POST', '/auth/login', { username: 'petugas', password: STAFF_PASSWORD }),
  ],
  refreshSession: () => [text('POST', '/auth/refresh')],
  getCodeOwner: () => [text('POST', '/auth/codes/owner', { code: 'ABCDE-FGHJK-MNPQR-STVWX' })],
  redeemCode: () => [
    text('POST', '/auth/codes/redemption', { code: 'ABCDE-FGHJK-MNPQR-STVWX', password: STAFF_PASSWORD }),
  ],
  receiveSupplierCallback: () => [
    text('POST', '/public/ppob/callbacks/SANDBOX', { data: { ref_id: customer.customer_number } }),
    text(
      'POST',
      '/public/ppob/callbacks/SANDBOX',
      { data: { ref_id: PERSON.phone } },
      { 'x-hub-signature': `sha1=${'0'.repeat(40)}` },
    ),
  ],
  askPublicQuestion: () => [
    text('POST', '/public/questions', {
      name: 'Orang Lain',
      contact: '0811-2222-3333',
      customer_number: customer.customer_number,
      question: 'Siapa pemilik nomor ini?',
    }),
  ],
  listPublicTariffs: () => [text('GET', '/public/tariffs')],
  quotePublicTariff: () => [
    text('POST', '/public/tariff-quote', { tariff_code: 'HALSEL-RT1', usage_m3: 25 }),
  ],
  getPublicInfo: () => [text('GET', '/public/info')],
  inquirePublicBills: () => [
    text('POST', '/public/inquiries', { customer_number: customer.customer_number }),
    text('POST', '/public/inquiries', { customer_number: PERSON.nik.slice(0, 12) }),
    text('POST', '/public/inquiries', { customer_number: PERSON.phone }),
  ],
  getPublicInquiry: () => [text('GET', inquiry())],
  openPublicDispute: () => [
    text('POST', `${inquiry()}/disputes`, {
      bill_number: '1',
      reason: 'OTHER',
      statement: 'Tidak sesuai dengan pemakaian.',
      meter_digits: DIGITS,
    }),
  ],
  getPublicDispute: () => [text('GET', '/public/disputes/KB-22222-22222')],
  listPublicPaymentMethods: () => [text('GET', `/public/payment-methods?token=${inquiryToken}`)],
  getTellerInstructions: () => [
    text('GET', `/public/teller-instructions/${bank.code}?token=${inquiryToken}`),
    text('GET', `/public/teller-instructions/${bank.code}?token=${inquiryToken}&lang=en`),
  ],
  listPublicCounters: () => [text('GET', `${inquiry()}/counters?bank=${bank.code}`)],
  getPublicReceipt: () => [text('GET', `/public/receipts/${receiptToken}`)],
  getPublicReceiptPdf: () => [pdfText(`/public/receipts/${receiptToken}/pdf`)],
  verifyPublicReceipt: () => [text('GET', `/public/receipt-verifications/${receiptToken}`)],
  openPublicHistory: () => [
    text('POST', `${inquiry()}/history-access`, { meter_digits: '0000' }),
    text('POST', `${inquiry()}/history-access`, { meter_digits: DIGITS }),
  ],
  getPublicHistory: () => [
    text('GET', `${inquiry()}/history`),
    text('GET', `${inquiry()}/history?months=24`, undefined, proof()),
  ],
  getPublicMeterPhoto: () => [
    text('GET', `${inquiry()}/history/photos/2025-12`),
    text('GET', `${inquiry()}/history/photos/2025-12`, undefined, proof()),
  ],
  createPublicCheckout: () => [
    text('POST', '/public/intents', { token: inquiryToken, method: 'VA', bank_code: bank.code }),
    text('POST', '/public/intents', { token: inquiryToken, method: 'QRIS', bank_code: bank.code }),
  ],
  getPublicCheckout: () => [text('GET', `/public/intents/${checkout.intent_token}`)],
  recheckPublicCheckout: () => [text('POST', `/public/intents/${checkout.intent_token}/recheck`)],
  watchPublicCheckout: () => [firstEvents(`/public/intents/${checkout.intent_token}/events`)],
  listErrorCatalogue: () => [text('GET', '/errors-catalogue')],
  getApiDocumentation: () => [text('GET', '/api/docs')],
  getOpenApiDocument: () => [text('GET', '/api/docs/openapi.json')],
  getPostmanCollection: () => [text('GET', '/api/docs/postman.json')],
};

beforeAll(async () => {
  await app.make.penaltyPolicy();
  bank = await app.make.bank({ code: 'SULTRA' });
  await host.start();
  await host.connect(app, bank);
  app.get(BankDirectory).forget();
  customer = await app.make.customer();
  const admin = await app.as('admin');
  const changed = await admin.patch(`/customers/${String(customer.id)}`, { version: 1, ...PERSON });
  if (changed.status !== 200) throw new Error(changed.text);
  await app.database.query('UPDATE meter SET serial = $2 WHERE id = $1', [customer.meter.id, SERIAL]);

  await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  const client = bank.client();
  const verified = (await client.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const posted = await client.process({
    bank_reference: 'PRIVACY/1',
    inquiry_id: verified.inquiry_id,
    amount: verified.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  receiptToken = (posted.body as { receipt_url: string }).receipt_url.split('/').at(-1) ?? '';
  await app.make.issuedBill({ customer, period: '2025-12', usage: 11 });

  const number = { customer_number: customer.customer_number };
  inquiryToken = (await app.anyone.post<{ token: string }>('/public/inquiries', number)).body.token;
  const access = await app.anyone.post<{ history_token: string }>(`${inquiry()}/history-access`, {
    meter_digits: DIGITS,
  });
  historyToken = access.body.history_token;
  const begun = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token: inquiryToken,
    method: 'VA',
    bank_code: bank.code,
  });
  if (begun.status !== 201) throw new Error(begun.text);
  checkout = begun.body;
});
afterAll(() => host.stop());

it('the list of questions is the list of public operations', () => {
  expect(Object.keys(ASKED).sort()).toEqual([...publicOperations].sort());
});

it('the secrets are there to be found: staff see them', async () => {
  const admin = await app.as('admin');
  const { text: shown } = await admin.get(`/customers/${String(customer.id)}`);
  for (const secret of ['Sulastri Wulandari', 'No. 17B', SERIAL]) expect(shown).toContain(secret);
});

it.each(publicOperations)('%s tells nobody who the customer is', async (operation) => {
  const answers = await Promise.all(ASKED[operation]?.() ?? []);
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) {
    expect(answer.length).toBeGreaterThan(2);
    const found = SECRETS.filter((secret) => answer.toLowerCase().includes(secret.toLowerCase()));
    expect(found).toEqual([]);
  }
});

it('what needs the customer did see the customer', async () => {
  for (const path of [inquiry(), `/public/receipts/${receiptToken}`])
    expect(await text('GET', path)).toContain('S******* W********');
  expect(await text('GET', `${inquiry()}/history`, undefined, proof())).toContain('2025-11');
  expect(await text('GET', `/public/intents/${checkout.intent_token}`)).toContain('"amount":');
});
