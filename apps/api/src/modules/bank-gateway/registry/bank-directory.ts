import { Injectable, Logger } from '@nestjs/common';
import { AddressList } from '@tirtapay/bank-protocol';
import { rupiah, type Rupiah, type SigningCollector } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import { Vault } from '../../../platform/security';
import { unlessDamaged } from './damaged-credential';
import type { BankApiKey } from './entities/bank-api-key.entity';
import type { Bank, BankInstructions } from './entities/bank.entity';
import type { Partner } from './entities/partner.entity';
import { FreshCopy } from './fresh-copy';

/** A bank as the payment path needs it. */
export interface BankProfile {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Opened for real money. One that is not is offered to nobody, and brings money only while it is being certified. */
  readonly live: boolean;
  readonly adminFee: Rupiah;
  /** In place of `adminFee` for a checkout by QRIS. */
  readonly qrisAdminFee: Rupiah;
  readonly ratePerSecond: number;
  readonly cutoff: { readonly start: string; readonly end: string } | null;
  readonly channels: readonly string[];
  readonly vaPrefix: string | null;
  readonly addresses: AddressList;
  readonly instructions: BankInstructions;
}

/** Who calls by the native protocol: a bank, or a partner that sells. */
export interface Caller {
  readonly kind: SigningCollector;
  /** Of the collector. */
  readonly id: number;
  readonly code: string;
  readonly ratePerSecond: number;
  readonly addresses: AddressList;
}

export interface BankCredential {
  readonly id: number;
  readonly keyId: string;
  readonly caller: Caller;
  readonly secret: string;
  readonly previous: { readonly secret: string; readonly validUntil: number } | null;
}

/** Everybody who may call, as of one reading. */
export interface KnownCallers {
  readonly banks: readonly BankProfile[];
  readonly credentials: ReadonlyMap<string, BankCredential>;
  /** Of any active bank or partner. */
  readonly anyAddress: readonly AddressList[];
}

type BankRow = RowOf<
  Bank,
  | 'id'
  | 'code'
  | 'name'
  | 'environment'
  | 'qrisAdminFee'
  | 'allowedCidrs'
  | 'rateLimitPerSecond'
  | 'cutoffStart'
  | 'cutoffEnd'
  | 'vaPrefix'
  | 'channels'
  | 'instructions'
> & { readonly admin_fee: number };

type PartnerRow = RowOf<Partner, 'id' | 'code' | 'allowedCidrs' | 'rateLimitPerSecond'>;

type KeyRow = RowOf<
  BankApiKey,
  'id' | 'bankId' | 'keyId' | 'secretEnc' | 'previousSecretEnc' | 'previousValidUntil'
>;

/** Active banks and live credentials, opened once and kept for two seconds. */
@Injectable()
export class BankDirectory {
  private readonly logger = new Logger('banks');
  private readonly directory = new FreshCopy(() => this.load());

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Without waiting, when it was read a moment ago: undefined means `read()`. A call asks several things of one reading. */
  fresh(): KnownCallers | undefined {
    return this.directory.fresh();
  }

  read(): Promise<KnownCallers> {
    return this.directory.get();
  }

  async credential(keyId: string): Promise<BankCredential | null> {
    return (await this.directory.get()).credentials.get(keyId) ?? null;
  }

  async banks(): Promise<readonly BankProfile[]> {
    return (await this.directory.get()).banks;
  }

  /** Banks a payer or a cashier may choose. */
  async offered(): Promise<readonly BankProfile[]> {
    return (await this.banks()).filter(({ live }) => live);
  }

  async offeredByCode(code: string): Promise<BankProfile | null> {
    return (await this.offered()).find((bank) => bank.code === code) ?? null;
  }

  /**
   * Whether the bank may bring money now. Only for one that is not known to be live the database is asked, so that a
   * certification begins, and ends, at once in every process.
   */
  async takesMoney(id: number): Promise<boolean> {
    if ((await this.bankById(id))?.live === true) return true;
    const [row] = await this.database.read(
      "SELECT FROM bank_integration WHERE id = $1 AND (environment = 'LIVE' OR certifying_until > $2)",
      [id, this.clock.date()],
    );
    return row !== undefined;
  }

  async bankById(id: number): Promise<BankProfile | null> {
    return (await this.banks()).find((bank) => bank.id === id) ?? null;
  }

  async bankByCode(code: string): Promise<BankProfile | null> {
    return (await this.banks()).find((bank) => bank.code === code) ?? null;
  }

  /** After a change made in this process, so that the screen shows its effect at once. */
  forget(): void {
    this.directory.forget();
  }

  private async load(): Promise<KnownCallers> {
    const [bankRows, partnerRows, keyRows] = await Promise.all([
      this.database.read<BankRow>(
        `SELECT b.id, b.code, b.name, b.environment, c.admin_fee, b.qris_admin_fee, b.allowed_cidrs, b.rate_limit_per_second, b.cutoff_start, b.cutoff_end,
           b.va_prefix, b.channels, b.instructions
         FROM bank_integration b JOIN penerima c ON c.id = b.id WHERE b.active ORDER BY b.id`,
      ),
      this.database.read<PartnerRow>(
        'SELECT id, code, allowed_cidrs, rate_limit_per_second FROM mitra WHERE active ORDER BY id',
      ),
      this.database.read<KeyRow>(
        `SELECT id, bank_id, key_id, secret_enc, previous_secret_enc, previous_valid_until
         FROM bank_api_key WHERE status = 'ACTIVE' AND protocol = 'NATIVE'`,
      ),
    ]);
    const banks = bankRows.map((row) => this.profile(row));
    const callers = new Map(
      [...banks.map(bankCaller), ...partnerRows.map(partnerCaller)].map((caller) => [caller.id, caller]),
    );
    const credentials = new Map<string, BankCredential>();
    for (const row of keyRows) {
      const caller = callers.get(row.bank_id);
      if (caller === undefined) continue;
      const opened = unlessDamaged(this.logger, row.key_id, () => this.credentialOf(row, caller));
      for (const credential of opened) credentials.set(row.key_id, credential);
    }
    return {
      banks,
      credentials,
      anyAddress: [...callers.values()].map(({ addresses }) => addresses),
    };
  }

  private profile(row: BankRow): BankProfile {
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      live: row.environment === 'LIVE',
      adminFee: rupiah(row.admin_fee),
      qrisAdminFee: rupiah(row.qris_admin_fee),
      ratePerSecond: row.rate_limit_per_second,
      cutoff:
        row.cutoff_start === null || row.cutoff_end === null
          ? null
          : { start: row.cutoff_start, end: row.cutoff_end },
      channels: row.channels,
      vaPrefix: row.va_prefix,
      addresses: new AddressList(row.allowed_cidrs),
      instructions: row.instructions,
    };
  }

  private credentialOf(row: KeyRow, caller: Caller): BankCredential {
    const location = { table: 'bank_api_key', id: row.id };
    const previous =
      row.previous_secret_enc !== null &&
      row.previous_valid_until !== null &&
      row.previous_valid_until.getTime() > this.clock.now();
    return {
      id: row.id,
      keyId: row.key_id,
      caller,
      secret: this.vault.open(row.secret_enc, { ...location, column: 'secret_enc' }),
      previous: previous
        ? {
            secret: this.vault.open(row.previous_secret_enc, {
              ...location,
              column: 'previous_secret_enc',
            }),
            validUntil: row.previous_valid_until.getTime(),
          }
        : null,
    };
  }
}

function bankCaller({ id, code, ratePerSecond, addresses }: BankProfile): Caller {
  return { kind: 'BANK', id, code, ratePerSecond, addresses };
}

function partnerCaller(row: PartnerRow): Caller {
  return {
    kind: 'PARTNER',
    id: row.id,
    code: row.code,
    ratePerSecond: row.rate_limit_per_second,
    addresses: new AddressList(row.allowed_cidrs),
  };
}
