import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NativeBankClient } from '@tirtapay/bank-protocol';
import { type BankEnvironment, buildCustomerNumber, dueDateOf, period as toPeriod } from '@tirtapay/domain';
import { randomUUID } from 'node:crypto';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { Vault } from '../../src/platform/security';
import { insertIssuedBill, type IssuedBill } from './issued-bill';
import type { TestClock } from './test-clock';
import type { TestDatabase } from './test-database';
import { insertTariff, TEST_TARIFFS, type TestTariff, type TestTariffCode } from './tariffs';

export interface TestRegion {
  readonly id: number;
  readonly code: string;
  readonly route: { readonly id: number; readonly code: string };
}

export interface TestCustomer {
  readonly id: number;
  readonly customer_number: string;
  readonly name: string;
  readonly region: TestRegion;
  readonly tariff: TestTariff;
  readonly meter: { readonly id: number; readonly digits: number; readonly size_mm: number };
}

export interface CustomerWishes {
  readonly region?: TestRegion;
  readonly tariff?: TestTariff;
  readonly name?: string;
  readonly state?: 'CALON' | 'AKTIF' | 'SEGEL' | 'NONAKTIF';
  readonly installedStand?: number;
  /** 2 January 2023 unless said. */
  readonly installedOn?: string;
  readonly digits?: number;
  readonly sizeMm?: number;
}

export interface ReadingWishes {
  readonly customer: TestCustomer;
  readonly period: string;
  readonly usage: number;
  readonly status?: 'RECORDED' | 'REREAD' | 'VERIFIED';
  readonly severity?: 'OK' | 'WARNING' | 'ERROR';
  readonly method?: 'ACTUAL' | 'ESTIMATED';
}

export interface BankWishes {
  readonly code?: string;
  readonly adminFee?: number;
  /** As `adminFee` unless said, so that a code's amount holds a fee. */
  readonly qrisAdminFee?: number;
  readonly channels?: readonly string[];
  readonly cidrs?: readonly string[];
  /** Live unless a test is about opening a bank. */
  readonly environment?: BankEnvironment;
}

export interface TestBank {
  readonly id: number;
  readonly code: string;
  readonly keyId: string;
  readonly secret: string;
  /** Signs with the key; `change` bends one thing for a test of refusals. */
  client(change?: {
    baseUrl?: string;
    keyId?: string;
    secret?: string;
    now?: () => number;
  }): NativeBankClient;
}

/** Makes rows the way the application would have left them, so that the invariants hold on them. */
export class Factory {
  private counter = 0;
  private readonly tariffs = new Map<TestTariffCode, Promise<TestTariff>>();
  private defaultRegion: Promise<TestRegion> | undefined;

  constructor(
    private readonly database: TestDatabase,
    private readonly nest: NestFastifyApplication,
    private readonly clock: TestClock,
    private readonly url: string,
  ) {}

  /** A region with one route. */
  async region(code = String(10 + (this.counter += 1)).padStart(2, '0')): Promise<TestRegion> {
    const region = await this.database.one<{ id: number }>(
      'INSERT INTO wilayah (code, name) VALUES ($1, $2) RETURNING id::int',
      [code, `Wilayah ${code}`],
    );
    const route = await this.database.one<{ id: number; code: string }>(
      "INSERT INTO rute (region_id, code, name) VALUES ($1, '0101', 'Rute 0101') RETURNING id::int, code",
      [region.id],
    );
    return { id: region.id, code, route };
  }

  /** HALSEL-RT1 of the reference tables, or another by code; made once. */
  tariff(code: TestTariffCode = 'HALSEL-RT1'): Promise<TestTariff> {
    const known = this.tariffs.get(code) ?? insertTariff(this.database, TEST_TARIFFS[code]);
    this.tariffs.set(code, known);
    return known;
  }

  async customer(wishes: CustomerWishes = {}): Promise<TestCustomer> {
    const region = wishes.region ?? (await (this.defaultRegion ??= this.region()));
    const tariff = wishes.tariff ?? (await this.tariff());
    const { digits = 5, sizeMm = 15, state = 'AKTIF', name = 'Rina Kurnia' } = wishes;
    const { last_sequence: sequence } = await this.database.one<{ last_sequence: number }>(
      'UPDATE rute SET last_sequence = last_sequence + 1 WHERE id = $1 RETURNING last_sequence',
      [region.route.id],
    );
    const number = buildCustomerNumber({ region: region.code, route: region.route.code, sequence });
    const at = new Date(this.clock.now());
    const customer = await this.database.one<{ id: number }>(
      `INSERT INTO pelanggan (customer_number, name, address, phone, region_id, route_id, tariff_id, state, registered_at, activated_at)
       VALUES ($1, $2, 'Jl. Ahmad Yani No. 12', '081234567890', $3, $4, $5, $6, $7, $8) RETURNING id::int`,
      [number, name, region.id, region.route.id, tariff.id, state, at, state === 'CALON' ? null : at],
    );
    const meter = await this.database.one<{ id: number }>(
      `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::int`,
      [
        customer.id,
        `MTR-${number}`,
        digits,
        sizeMm,
        wishes.installedOn ?? '2023-01-02',
        wishes.installedStand ?? 0,
      ],
    );
    return {
      id: customer.id,
      customer_number: number,
      name,
      region,
      tariff,
      meter: { id: meter.id, digits, size_mm: sizeMm },
    };
  }

  /** A customer that was made by somebody else's factory call, as it is now. */
  async again(id: number): Promise<TestCustomer> {
    const row = await this.database.one<{
      customer_number: string;
      name: string;
      region: TestRegion;
      tariff: TestTariffCode;
      meter: TestCustomer['meter'];
    }>(
      `SELECT c.customer_number, c.name, t.code AS tariff,
         json_build_object('id', w.id, 'code', w.code, 'route', json_build_object('id', r.id, 'code', r.code)) AS region,
         json_build_object('id', m.id, 'digits', m.digits, 'size_mm', m.size_mm) AS meter
       FROM pelanggan c JOIN wilayah w ON w.id = c.region_id JOIN rute r ON r.id = c.route_id JOIN tarif t ON t.id = c.tariff_id
       JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL WHERE c.id = $1`,
      [id],
    );
    return { ...row, id, tariff: await this.tariff(row.tariff) };
  }

  /** A reading that continues the customer's chain of stands. VERIFIED ones get their decision, but no bill. */
  async reading(
    wishes: ReadingWishes,
  ): Promise<{ id: number; previous_stand: number; current_stand: number }> {
    const { customer, period, usage, status = 'VERIFIED', severity = 'OK', method = 'ACTUAL' } = wishes;
    const { stand } = await this.database.one<{ stand: number }>(
      `SELECT coalesce((SELECT current_stand FROM meter_reading WHERE customer_id = $1 AND period < $2
         ORDER BY period DESC LIMIT 1), (SELECT installed_stand FROM meter WHERE id = $3)) AS stand`,
      [customer.id, period, customer.meter.id],
    );
    const readAt = new Date(`${period}-25T10:00:00+08:00`);
    return this.database.transaction(async (client) => {
      const reading = await client.query<{ id: number; previous_stand: number; current_stand: number }>(
        `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method,
           condition_code, severity, status, read_at, read_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, (SELECT id FROM pengguna WHERE username = 'petugas'))
         RETURNING id::int, previous_stand, current_stand`,
        [
          randomUUID(),
          customer.id,
          customer.meter.id,
          period,
          stand,
          stand + usage,
          usage,
          method,
          method === 'ACTUAL' ? 'NORMAL' : 'TERKUNCI',
          severity,
          status,
          readAt,
        ],
      );
      const row = reading.rows[0];
      if (row === undefined) throw new Error('no reading inserted');
      if (status === 'VERIFIED')
        await client.query(
          `INSERT INTO verification (reading_id, decision, decided_by, decided_at, severity, reasons)
           VALUES ($1, 'VERIFY', (SELECT id FROM pengguna WHERE username = 'admin'), $2, $3, '{}')`,
          [row.id, readAt, severity],
        );
      return row;
    });
  }

  /** Verified reading, issued bill with lines, and its journal: what a customer owes. */
  async issuedBill(wishes: {
    readonly customer: TestCustomer;
    readonly period: string;
    readonly usage: number;
    readonly dueDate?: string;
  }): Promise<IssuedBill> {
    const { customer, period, usage } = wishes;
    const reading = await this.reading({ customer, period, usage });
    return insertIssuedBill(this.database, {
      customer,
      period: toPeriod(period),
      usage,
      reading,
      dueDate: wishes.dueDate ?? dueDateOf(toPeriod(period)),
    });
  }

  /** A bank that may call from this machine, with one native key. */
  async bank(wishes: BankWishes = {}): Promise<TestBank> {
    const {
      code = `BANK${String((this.counter += 1))}`,
      adminFee = 2_500,
      qrisAdminFee = adminFee,
      channels = ['TELLER', 'ATM', 'MOBILE', 'INTERNET', 'EDC', 'VA', 'QRIS', 'AGENT'],
      cidrs = ['127.0.0.0/8', '::1/128'],
      environment = 'LIVE',
    } = wishes;
    const bank = await this.database.one<{ id: number }>(
      `WITH collector AS (
         INSERT INTO penerima (kind, series, name, account, admin_fee) VALUES ('BANK', $1, $2, '1130', $3) RETURNING id
       )
       INSERT INTO bank_integration (id, code, name, environment, qris_admin_fee, allowed_cidrs, rate_limit_per_second, channels)
       SELECT id, $1, $2, $7, $4, $5, 2000, $6 FROM collector RETURNING id::int`,
      [code, `Bank ${code}`, adminFee, qrisAdminFee, cidrs, channels, environment],
    );
    const keyId = `test-key-${code.toLowerCase()}`;
    const secret = `secret of ${code} for this test only`;
    await this.bankKey(bank.id, keyId, secret);
    return {
      id: bank.id,
      code,
      keyId,
      secret,
      client: (change = {}) =>
        new NativeBankClient({ baseUrl: this.url, keyId, secret, now: () => this.clock.now(), ...change }),
    };
  }

  /** A partner that may call from this machine, with one key and a deposit that was paid in. */
  async partner(deposit: number, code = `MITRA${String((this.counter += 1))}`): Promise<TestBank> {
    const { id } = await this.database.transaction(async (client) => {
      const { rows } = await client.query<{ id: number }>(
        `WITH collector AS (
           INSERT INTO penerima (kind, series, name, account) VALUES ('PARTNER', $1, $2, '2140') RETURNING id
         ), partner AS (
           INSERT INTO mitra (id, code, name, allowed_cidrs, rate_limit_per_second)
           SELECT id, $1, $2, '{127.0.0.0/8,::1/128}', 2000 FROM collector
         )
         INSERT INTO deposit_mitra (collector_id, balance) SELECT id, $3 FROM collector RETURNING collector_id::int AS id`,
        [code, `Mitra ${code}`, deposit],
      );
      const [row] = rows;
      if (row === undefined) throw new Error('no partner inserted');
      if (deposit > 0)
        await client.query(
          `WITH j AS (
             INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('deposit.topped_up', 'deposit_mitra', $1, '2026-01-02')
             RETURNING id
           ), paid AS (
             INSERT INTO setoran_mitra (journal_id, collector_id, amount, business_date) SELECT id, $1, $2, '2026-01-02' FROM j
           )
           INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id)
           SELECT j.id, l.account, l.debit, l.credit, $1 FROM j, (VALUES ('1110', $2::bigint, 0::bigint), ('2140', 0, $2)) AS l (account, debit, credit)`,
          [row.id, deposit],
        );
      return row;
    });
    const keyId = `test-key-${code.toLowerCase()}`;
    const secret = `secret of ${code} for this test only`;
    await this.bankKey(id, keyId, secret);
    await this.database.query("UPDATE bank_api_key SET scope = 'ppob' WHERE bank_id = $1", [id]);
    return {
      id,
      code,
      keyId,
      secret,
      client: (change = {}) =>
        new NativeBankClient({ baseUrl: this.url, keyId, secret, now: () => this.clock.now(), ...change }),
    };
  }

  async bankKey(bankId: number, keyId: string, secret: string): Promise<number> {
    const { id } = await this.database.one<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('bank_api_key', 'id'))::int AS id",
    );
    const sealed = this.nest
      .get(Vault, { strict: false })
      .seal(secret, { table: 'bank_api_key', column: 'secret_enc', id });
    await this.database.query(
      'INSERT INTO bank_api_key (id, bank_id, key_id, secret_enc) VALUES ($1, $2, $3, $4)',
      [id, bankId, keyId, sealed],
    );
    this.nest.get(BankDirectory, { strict: false }).forget();
    return id;
  }

  /** TIER_BY_AGE of the reference: 10.000 / 15.000 / 25.000 from the first, second, third month late. */
  async penaltyPolicy(validFrom = '2020-01'): Promise<number> {
    const { id } = await this.database.one<{ id: number }>(
      `INSERT INTO kebijakan_denda (name, valid_from, mode, tiers, legal_basis)
       VALUES ('Denda bertingkat', $1, 'TIER_BY_AGE', $2, 'Perbup 13/2017') RETURNING id::int`,
      [
        validFrom,
        JSON.stringify([
          { fromMonth: 1, amount: 10_000 },
          { fromMonth: 2, amount: 15_000 },
          { fromMonth: 3, amount: 25_000 },
        ]),
      ],
    );
    return id;
  }
}
