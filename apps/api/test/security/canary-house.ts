import { NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { ApiProcess } from '../faults/api-process';
import { HttpCaller, STAFF_PASSWORD, type TestBank, type TestCustomer } from '../support';
import type { Canaries } from '../support/canaries';
import { SandboxSupplier, SUPPLIER_API_KEY, SUPPLIER_CALLBACK_SECRET } from '../support/sandbox-supplier';
import { SnapBank } from '../support/snap-bank';
import { snapPartner, TestSnapPartner } from '../support/snap-partner';
import type { TestApp } from '../support/test-app';

export const HOUSE_KEYS = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};

/** A process that logs all it can, with a bank, a partner and a supplier whose secrets are canaries, and callers it is heard by. */
export class CanaryHouse {
  readonly host = new SnapBank();
  readonly anyone: HttpCaller;
  /** All that was refused, body and headers. */
  refusals = '';

  private constructor(
    private readonly app: TestApp,
    private readonly canaries: Canaries,
    readonly api: ApiProcess,
    readonly bank: TestBank,
    readonly partner: TestBank,
    readonly customer: TestCustomer,
  ) {
    this.anyone = new HttpCaller(api.url, {}, this.listening);
  }
  supplier!: SandboxSupplier;
  snap!: TestSnapPartner;

  static async open(app: TestApp, canaries: Canaries): Promise<CanaryHouse> {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
    const api = await ApiProcess.create({
      NODE_ENV: 'test',
      LOG_LEVEL: 'trace',
      DATABASE_URL: app.database.appUrl,
      ...HOUSE_KEYS,
    });
    const [bank, partner] = [await app.make.bank(), await app.make.partner(1_000_000)];
    const house = new CanaryHouse(app, canaries, api, bank, partner, customer);
    await house.connect();
    return house;
  }

  private async connect(): Promise<void> {
    const { app, api, bank, canaries, host } = this;
    await host.start();
    await host.connect(app, bank);
    const { rowId, partnerId, mode, secret } = await snapPartner(app, bank);
    this.snap = new TestSnapPartner({ url: api.url, clock: app.clock }, bank, rowId, partnerId, mode, secret);
    this.supplier = await SandboxSupplier.start(app, api.url);
    canaries.add('HMAC secret of a bank', bank.secret);
    canaries.add('HMAC secret of a partner', this.partner.secret);
    canaries.add('HMAC secret by SNAP', secret);
    canaries.add('secret of the virtual accounts', host.secret);
    canaries.add('key of the supplier', SUPPLIER_API_KEY);
    canaries.add('secret of the supplier’s news', SUPPLIER_CALLBACK_SECRET);
    await api.start();
  }

  async close(): Promise<void> {
    await this.api.end('SIGTERM');
    await this.supplier.stop();
    await this.host.stop();
  }

  /** Asks the process, and keeps what it refuses with. */
  readonly listening: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (answer.status >= 400)
      this.refusals += `\n${await answer.clone().text()}\n${JSON.stringify([...answer.headers])}`;
    return answer;
  };

  clientOf(whose: TestBank, change: { keyId?: string; secret?: string } = {}): NativeBankClient {
    const { keyId, secret } = whose;
    return new NativeBankClient({
      baseUrl: this.api.url,
      keyId,
      secret,
      now: Date.now,
      fetch: this.listening,
      ...change,
    });
  }

  /** Somebody of the staff, by a session of their own whose token and cookie are canaries as well. */
  async signedIn(username: string, password = STAFF_PASSWORD, code?: string): Promise<HttpCaller> {
    const answer = await this.anyone.post<{ access_token: string }>('/auth/login', {
      username,
      password,
      ...(code !== undefined && { code }),
    });
    if (answer.status !== 200) throw new Error(answer.text);
    const cookie = answer.cookies.get('tirtapay_refresh') ?? '';
    this.canaries.add('access token', answer.body.access_token);
    this.canaries.add('refresh cookie', cookie);
    return this.anyone.with({
      authorization: `Bearer ${answer.body.access_token}`,
      cookie: `tirtapay_refresh=${cookie}`,
      origin: this.api.url,
    });
  }
}
