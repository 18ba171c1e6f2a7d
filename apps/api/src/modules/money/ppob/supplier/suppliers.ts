import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import type { BreakerState } from '@tirtapay/domain';
import { Database, type RowOf } from '../../../../platform/database';
import { Vault } from '../../../../platform/security';
import { Breakers, callPinned, NotSent, pinAddress, type HttpAnswer } from '../../../bank-gateway/outbound';
import { FreshCopy, unlessDamaged } from '../../../bank-gateway/registry';
import { CallMemory, type RememberedCall } from './call-memory';
import { DigiflazzAdapter } from './digiflazz-adapter';
import type { SupplierAdapter } from './supplier-port';
import type { Supplier } from '../entities/service.entity';

/** A seller's call is answered within five seconds; what the supplier has not said by then is asked again. */
const DEADLINE_MILLISECONDS = 3_500;

type SupplierRow = RowOf<
  Supplier,
  'id' | 'code' | 'baseUrl' | 'username' | 'apiKeyEnc' | 'callbackSecretEnc'
>;

export interface KnownSupplier {
  readonly id: number;
  readonly code: string;
  readonly callbackSecret: string;
  readonly adapter: SupplierAdapter;
}

/** Active suppliers, opened once and kept for two seconds; one breaker each. */
@Injectable()
export class Suppliers implements OnApplicationShutdown {
  private readonly logger = new Logger('suppliers');
  private readonly known = new FreshCopy(() => this.load());
  private readonly memory = new CallMemory();
  private readonly breakers = new Breakers('supplier');

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Whom we buy from now; null when nobody is there or whoever is has been failing. */
  async current(): Promise<KnownSupplier | null> {
    const [first] = await this.known.get();
    return first === undefined || this.breakers.stateOf(first.id) === 'OPEN' ? null : first;
  }

  /** Also while its breaker is open: what was sent to it is asked of nobody else. */
  async byId(id: number): Promise<KnownSupplier | null> {
    return (await this.known.get()).find((supplier) => supplier.id === id) ?? null;
  }

  async byCode(code: string): Promise<KnownSupplier | null> {
    return (await this.known.get()).find((supplier) => supplier.code === code) ?? null;
  }

  /** Whether it is called at all: half open means that one call may try. */
  breakerState(id: number): BreakerState {
    return this.breakers.stateOf(id);
  }

  /** How the last calls of this process went, newest first. */
  calls(id: number): readonly RememberedCall[] {
    return this.memory.of(id);
  }

  onApplicationShutdown(): void {
    this.breakers.shutdown();
  }

  private async load(): Promise<KnownSupplier[]> {
    const rows = await this.database.read<SupplierRow & object>(
      'SELECT id, code, base_url, username, api_key_enc, callback_secret_enc FROM penyedia WHERE active ORDER BY id',
    );
    return rows.flatMap((row) => unlessDamaged(this.logger, row.code, () => this.open(row)));
  }

  private open(row: SupplierRow): KnownSupplier {
    const location = { table: 'penyedia', id: row.id };
    const apiKey = this.vault.open(row.api_key_enc, { ...location, column: 'api_key_enc' });
    return {
      id: row.id,
      code: row.code,
      callbackSecret: this.vault.open(row.callback_secret_enc, {
        ...location,
        column: 'callback_secret_enc',
      }),
      adapter: new DigiflazzAdapter({ username: row.username, apiKey }, (path, body) =>
        this.send(row, path, body),
      ),
    };
  }

  /** @throws NotSent, AnswerLost */
  private async send(row: SupplierRow, path: string, body: object): Promise<HttpAnswer> {
    const url = new URL(`${row.base_url.replace(/\/+$/, '')}/${path}`);
    return this.breakers
      .call(row.id, async () => {
        const pinned = await pinAddress(url, this.config).catch((error: unknown) => {
          throw new NotSent(String(error));
        });
        const call = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: Buffer.from(JSON.stringify(body)),
        } as const;
        return this.memory.remember(
          row.id,
          () => this.clock.now(),
          () => callPinned(url, pinned, call, DEADLINE_MILLISECONDS),
        );
      })
      .catch((error: unknown) => {
        this.logger.warn(`${row.code}: ${path} was not answered: ${String(error)}`);
        throw error;
      });
  }
}
