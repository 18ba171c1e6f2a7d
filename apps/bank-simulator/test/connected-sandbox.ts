import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerDemoSnapPartners } from '../../local/src/demo/snap-partners';
import { BankDirectory } from '../../api/src/modules/bank-gateway/registry';
import { OutboundDirectory } from '../../api/src/modules/bank-gateway/outbound';
import { SnapPartnerDirectory } from '../../api/src/modules/bank-gateway/security';
import { Database } from '../../api/src/platform/database';
import { Vault } from '../../api/src/platform/security';
import { testApp, type TestBank, type TestCustomer } from '../../api/test/support';
import { PDAM_PARTNER, startBankSimulator, type RunningBankSimulator } from '../src';
import { DEMO_BANKS } from '../src/bank-profile';
import type { ScenarioReport } from '../src/drills/run-scenario';

/** What the public page shows of a checkout. */
export interface Checkout {
  readonly intent_token: string;
  readonly status: string;
  readonly va_number: string | null;
  readonly qr_payload: string | null;
}

/** The real API and the sandbox bank, each calling the other as in the demo. */
export class ConnectedSandbox {
  readonly app: ReturnType<typeof testApp>;
  private readonly home = mkdtempSync(join(tmpdir(), 'connected sandbox '));
  private running: RunningBankSimulator | undefined;

  constructor() {
    this.app = testApp();
    beforeAll(() => this.start());
    afterAll(() => this.stop());
  }

  get url(): string {
    return this.running?.url ?? '';
  }

  private async start(): Promise<void> {
    const { app } = this;
    const [sultra, kedua] = [await app.make.bank({ code: 'SULTRA' }), await app.make.bank({ code: 'KEDUA' })];
    const pdam = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.running = await startBankSimulator({
      port: 0,
      host: '127.0.0.1',
      apiUrl: app.url,
      home: this.home,
      now: () => app.clock.now(),
      banks: [sultra, kedua].map(({ keyId, secret }, index) => ({ ...demoBank(index), keyId, secret })),
      partnerPublicKey: pdam.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    });
    await app.get(Database).transaction((tx) =>
      registerDemoSnapPartners(tx, {
        vault: app.get(Vault),
        sultraBankId: sultra.id,
        keduaBankId: kedua.id,
        publicKeys: [this.running?.publicKeyPem ?? ''],
      }),
    );
    const privateKey = pdam.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await this.connect(sultra, `${this.url}/snap`, 'SYMMETRIC', privateKey);
    await this.connect(kedua, `${this.url}/kedua/snap`, 'ASYMMETRIC', privateKey);
    app.get(SnapPartnerDirectory).forget();
    app.get(BankDirectory).forget();
    app.get(OutboundDirectory).forget();
  }

  /** Makes the sandbox the host our API calls for a bank. */
  private async connect(
    bank: TestBank,
    baseUrl: string,
    mode: 'SYMMETRIC' | 'ASYMMETRIC',
    privateKey: string,
  ): Promise<void> {
    const vault = this.app.get(Vault);
    const sealed = (column: string, text: string) =>
      vault.seal(text, { table: 'bank_outbound', column, id: bank.id });
    await this.app.database.query(
      `INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc,
         private_key_enc, merchant_id, terminal_id, va_minutes, qris_minutes)
       VALUES ($1, $2, $3, $4, '95051', '   13501', $5, $6, $7, 'PDAM-SANDBOX', 'A01', 120, 30)`,
      [
        bank.id,
        baseUrl,
        PDAM_PARTNER.clientKey,
        PDAM_PARTNER.partnerId,
        mode,
        sealed('secret_enc', PDAM_PARTNER.secret),
        sealed('private_key_enc', privateKey),
      ],
    );
  }

  private async stop(): Promise<void> {
    await this.running?.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** A customer with one open bill of Rp70.000. */
  async owing(): Promise<TestCustomer> {
    const customer = await this.app.make.customer();
    await this.app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    return customer;
  }

  async checkOut(customer: TestCustomer, method: 'VA' | 'QRIS', bank = 'SULTRA'): Promise<Checkout> {
    // All customers of a test live in one street and ask within minutes: to the product that looks like guessing.
    await this.app.database.query('DELETE FROM nomor_ditanya');
    const asked = await this.app.anyone.post<{ token: string }>('/public/inquiries', {
      customer_number: customer.customer_number,
    });
    const { token } = asked.body;
    const made = await this.app.anyone.post<Checkout>('/public/intents', { token, method, bank_code: bank });
    if (made.status !== 201) throw new Error(made.text);
    return made.body;
  }

  async look(token: string): Promise<Checkout> {
    return (await this.app.anyone.get<Checkout>(`/public/intents/${token}`)).body;
  }

  /** The utility's closing of the day for a bank: all day long, or not at all. */
  async close(code: string, isClosed: boolean): Promise<void> {
    const [from, until] = isClosed ? ['00:00', '23:59:59'] : [null, null];
    const change = 'UPDATE bank_integration SET cutoff_start = $2, cutoff_end = $3 WHERE code = $1';
    await this.app.database.query(change, [code, from, until]);
    this.app.get(BankDirectory).forget();
    this.app.get(SnapPartnerDirectory).forget();
  }

  async play(order: object): Promise<ScenarioReport> {
    return (await this.control('POST', '/control/payments', order)) as ScenarioReport;
  }

  async control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json();
    if (response.status !== 200) throw new Error(JSON.stringify(answer));
    return answer;
  }

  /** Payments, receipts and what is kept as credit of one customer. */
  books(
    customer: TestCustomer,
  ): Promise<{ payments: number; receipts: number; credit: number; cases: number }> {
    return this.app.database.one(
      `SELECT (SELECT count(*)::int FROM pembayaran WHERE customer_id = $1) AS payments,
         (SELECT count(*)::int FROM kwitansi k JOIN pembayaran p ON p.id = k.payment_id WHERE p.customer_id = $1) AS receipts,
         (SELECT coalesce(sum(amount), 0)::int FROM saldo_pelanggan WHERE customer_id = $1) AS credit,
         (SELECT count(*)::int FROM kasus WHERE customer_id = $1 AND status = 'OPEN') AS cases`,
      [customer.id],
    );
  }
}

function demoBank(index: number): (typeof DEMO_BANKS)[number] {
  const bank = DEMO_BANKS[index];
  if (!bank) throw new Error(`no demo bank ${String(index)}`);
  return bank;
}
