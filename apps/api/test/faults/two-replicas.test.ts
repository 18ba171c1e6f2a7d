import { NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { SnapBank } from '../support/snap-bank';
import { ApiProcess } from './api-process';

const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
/** One replica here, the other a process of its own in real time; neither knows of the other. */
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: keys });
const host = new SnapBank();
let bank: TestBank;
let other: ApiProcess;

beforeAll(async () => {
  bank = await app.make.bank();
  await host.start();
  await host.connect(app, bank);
  other = await ApiProcess.create({
    NODE_ENV: 'test',
    DATABASE_URL: app.database.appUrl,
    TIRTAPAY_JOBS: '0',
    ...keys,
  });
  await other.start();
});
afterAll(async () => {
  await other.end('SIGTERM');
  await host.stop();
});

/** A bill that is never late in the real time of the other process. */
async function owing(): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
  return customer;
}

async function begin(customer: TestCustomer): Promise<PublicCheckoutDto> {
  const { body } = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  const made = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token: body.token,
    method: 'VA',
    bank_code: bank.code,
  });
  if (made.status !== 201) throw new Error(made.text);
  return made.body;
}

/** What an open page is told. */
class OpenPage {
  readonly states: string[] = [];
  readonly end: Promise<void>;

  private constructor(stream: Response) {
    this.end = this.read(stream);
  }

  static async at(url: string, checkout: PublicCheckoutDto): Promise<OpenPage> {
    return new OpenPage(await fetch(`${url}/api/v1/public/intents/${checkout.intent_token}/events`));
  }

  private async read(stream: Response): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>)
      for (const [, data] of decoder.decode(chunk).matchAll(/data: (\{.*\})/g))
        this.states.push((JSON.parse(data ?? '{}') as PublicCheckoutDto).status);
  }
}

const clientAt = (baseUrl: string): NativeBankClient => bank.client({ baseUrl });

async function process(client: NativeBankClient, customer: TestCustomer, reference: string): Promise<number> {
  const { status } = await client.process({
    bank_reference: reference,
    customer_number: customer.customer_number,
    bill_numbers: [`${customer.customer_number}202512`],
    amount: 72_500,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'VA',
  });
  return status;
}

async function notify(
  client: NativeBankClient,
  checkout: PublicCheckoutDto,
  reference: string,
): Promise<number> {
  const { status } = await client.notify({
    event_id: `EVENT-${reference}`,
    event: 'payment.paid',
    method: 'VA',
    virtual_account_number: checkout.va_number ?? '',
    bank_reference: reference,
    amount: 72_500,
    paid_at: app.clock.text(app.clock.now()),
  });
  return status;
}

describe('a page open at one replica', () => {
  it.each([
    { told: 'process', page: 'the other', posted: 'this one' },
    { told: 'process', page: 'this one', posted: 'the other' },
    { told: 'notification', page: 'the other', posted: 'this one' },
    { told: 'notification', page: 'this one', posted: 'the other' },
  ])('turns when $told reaches another: page at $page, bank at $posted', async (way) => {
    const urlOf = (which: string): string => (which === 'the other' ? other.url : app.url);
    const customer = await owing();
    const checkout = await begin(customer);
    const page = await OpenPage.at(urlOf(way.page), checkout);
    const client = clientAt(urlOf(way.posted));
    const reference = `REPLICA/${way.told}/${way.page.replace(' ', '-')}`;
    const answered =
      way.told === 'process'
        ? await process(client, customer, reference)
        : await notify(client, checkout, reference);
    expect(answered).toBe(200);
    await page.end;
    expect(page.states).toEqual(['PENDING', 'PAID']);
  });

  it('is told once of a payment that both replicas are told of at the same moment', async () => {
    const customer = await owing();
    const checkout = await begin(customer);
    const page = await OpenPage.at(other.url, checkout);
    const clients = Array.from({ length: 20 }, (_, index) => clientAt(index % 2 === 0 ? app.url : other.url));
    const answers = await Promise.all(
      clients.flatMap((client) => [
        process(client, customer, 'REPLICA/BOTH'),
        notify(client, checkout, 'REPLICA/BOTH'),
      ]),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    await page.end;
    expect(page.states).toEqual(['PENDING', 'PAID']);
    expect(
      await app.database.one(
        'SELECT count(*)::int AS payments, count(DISTINCT bank_reference)::int AS refs FROM pembayaran WHERE customer_id = $1',
        [customer.id],
      ),
    ).toEqual({ payments: 1, refs: 1 });
  });
});
