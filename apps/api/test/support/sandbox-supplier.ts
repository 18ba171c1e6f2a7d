import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBankSimulator, type RunningBankSimulator } from '../../../bank-simulator/src';
import { Vault } from '../../src/platform/security';
import type { TestApp } from './test-app';

interface SupplierState {
  readonly purchases: readonly { readonly ref: string; readonly status: string; readonly rc: string }[];
}

/** The sandbox supplier on a port of its own, known to the application, with a price list that holds what the specification sells. */
export class SandboxSupplier {
  private constructor(
    private readonly running: RunningBankSimulator,
    private readonly home: string,
  ) {}

  /**
   * @param apiUrl where it calls back; the application's own unless said
   * @param code of several, what each is called; all keep the same secrets
   */
  static async start(app: TestApp, apiUrl = app.url, code = 'SANDBOX'): Promise<SandboxSupplier> {
    const home = await mkdtemp(join(tmpdir(), 'supplier-'));
    const running = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl, home, lateMs: 100 });
    await knowSupplier(app, running.url, code);
    await writePrices(app);
    return new SandboxSupplier(running, home);
  }

  /** @param times null: until it is cleared */
  async fault(kind: string, times: number | null = 1): Promise<void> {
    await this.control('POST', '/faults', { kind, times });
  }

  async clearFaults(): Promise<void> {
    await this.control('DELETE', '/faults');
  }

  /** A transfer of ours arrives, or the supplier corrects itself. */
  async receive(amount: number): Promise<void> {
    await this.control('POST', '/deposit', { amount });
  }

  async purchases(): Promise<SupplierState['purchases']> {
    return ((await this.control('GET', '')) as SupplierState).purchases;
  }

  async stop(): Promise<void> {
    await this.running.close();
    await rm(this.home, { recursive: true, force: true });
  }

  private async control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.running.url}/control/supplier${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer.json();
  }
}

/** What we sign our orders with. */
export const SUPPLIER_API_KEY = 'sandbox-supplier-key-do-not-use-in-production';
/** What it signs its news with. */
export const SUPPLIER_CALLBACK_SECRET = 'sandbox-supplier-callback-do-not-use-in-production';

/** As the sandbox introduces itself (apps/bank-simulator/src/supplier). */
async function knowSupplier(app: TestApp, url: string, code: string): Promise<void> {
  const { id } = await app.database.one<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('penyedia', 'id'))::int AS id",
  );
  const sealed = (column: string, text: string) =>
    app.get(Vault).seal(text, { table: 'penyedia', column, id });
  await app.database.query(
    `INSERT INTO penyedia (id, code, name, base_url, username, api_key_enc, callback_secret_enc)
     VALUES ($1, $5, 'Pemasok', $2, 'sandbox', $3, $4)`,
    [
      id,
      `${url}/supplier/v1`,
      sealed('api_key_enc', SUPPLIER_API_KEY),
      sealed('callback_secret_enc', SUPPLIER_CALLBACK_SECRET),
      code,
    ],
  );
}

/** Service, variant and price; what has no price is billed. */
const PRICES: readonly (readonly [service: string, variant: string, price: number | null])[] = [
  ['PAJAK', '', null],
  ['PDAM', '', null],
  ['PGN', '', null],
  ['PLN', '', 10_000],
  ['PULSA', 'TELKOMSEL', 40_000],
  ['PULSA', 'TELKOMSEL', 50_000],
  ['MUSIK', 'Premium/1 Bulan', 50_000],
  ['TV', 'Gold/1 Bulan', 50_000],
  ['PAKET_DATA', 'TELKOMSEL/10GB', 50_000],
  ['VOUCHER_GAME', '', 100_000],
  ['VOUCHER_MAKANAN', 'FoodHub', 100_000],
  ['QURBAN', 'Kambing', 200_000],
  ['ZAKAT', 'Zakat Mal', 300_000],
];

async function writePrices(app: TestApp): Promise<void> {
  for (const [service, variant, price] of PRICES)
    await app.database.query(
      `INSERT INTO ppob_produk (service_id, variant, price, cost, sku)
       SELECT id, $2, $3::bigint, $3::bigint - 500, code FROM services WHERE code = $1 ON CONFLICT DO NOTHING`,
      [service, variant, price],
    );
}
