import { Inject, Injectable, Logger } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import { rsaPrivateKey } from '@tirtapay/bank-protocol';
import type { CheckoutMethod, SnapMode } from '@tirtapay/domain';
import { CONFIG, type Config } from '../../../platform/config';
import { Database, type RowOf } from '../../../platform/database';
import { Vault } from '../../../platform/security';
import { FreshCopy } from '../registry';
import { checkBankAddress } from './bank-address';
import type { BankOutboundRow } from './entities/bank-outbound.entity';

/** How a bank is called, secrets opened. */
export interface OutboundSettings {
  readonly bankId: number;
  readonly baseUrl: URL;
  readonly clientKey: string;
  readonly partnerId: string;
  readonly channelId: string;
  /** Eight characters, padded with spaces on the left. */
  readonly partnerServiceId: string;
  readonly mode: SnapMode;
  readonly secret: string | null;
  readonly privateKey: KeyObject | null;
  readonly merchantId: string | null;
  readonly terminalId: string | null;
  readonly minutes: Readonly<Record<CheckoutMethod, number>>;
  readonly methods: readonly CheckoutMethod[];
  /** It tells of payments by SNAP (service 52), not only by our own notification. */
  readonly notifiesBySnap: boolean;
  /** False: never called, only tried before it is switched on. */
  readonly active: boolean;
}

type Row = RowOf<BankOutboundRow, keyof BankOutboundRow> & { readonly notifies_by_snap: boolean };

const SELECT = `SELECT o.*, EXISTS (SELECT FROM snap_partner p WHERE p.bank_id = o.bank_id AND p.status = 'ACTIVE') AS notifies_by_snap
  FROM bank_outbound o`;

/** The banks we can call. A row whose address may not be called or whose secret does not open is left out, loudly. */
@Injectable()
export class OutboundDirectory {
  private readonly logger = new Logger('bank-outbound');
  private readonly copy = new FreshCopy(() => this.load());

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async all(): Promise<readonly OutboundSettings[]> {
    return this.copy.get();
  }

  async ofBank(bankId: number): Promise<OutboundSettings | null> {
    return (await this.copy.get()).find((settings) => settings.bankId === bankId) ?? null;
  }

  /** Also of a bank that is switched off: what is tried before it is used. Null when the bank is not called at all. */
  async anyOfBank(bankId: number): Promise<OutboundSettings | null> {
    const [row] = await this.database.read<Row>(`${SELECT} WHERE o.bank_id = $1`, [bankId]);
    return row === undefined ? null : this.settings(row);
  }

  /** After a change made in this process. */
  forget(): void {
    this.copy.forget();
  }

  private async load(): Promise<readonly OutboundSettings[]> {
    const rows = await this.database.read<Row>(
      `${SELECT} JOIN bank_integration b ON b.id = o.bank_id WHERE o.active AND b.active ORDER BY o.bank_id`,
    );
    return rows.flatMap((row) => {
      try {
        return [this.settings(row)];
      } catch (error) {
        this.logger.error(`bank ${String(row.bank_id)} cannot be called: ${String(error)}`);
        return [];
      }
    });
  }

  private settings(row: Row): OutboundSettings {
    const address = checkBankAddress(row.base_url, { production: this.config.production });
    if (!address.ok) throw new Error(`its address is refused (${address.problem})`);
    const open = (column: 'secret_enc' | 'private_key_enc'): string | null => {
      const sealed = row[column];
      return sealed === null
        ? null
        : this.vault.open(sealed, { table: 'bank_outbound', column, id: row.bank_id });
    };
    const pem = open('private_key_enc');
    return {
      bankId: row.bank_id,
      baseUrl: address.url,
      clientKey: row.client_key,
      partnerId: row.partner_id,
      channelId: row.channel_id,
      partnerServiceId: row.partner_service_id,
      mode: row.mode,
      secret: open('secret_enc'),
      privateKey: pem === null ? null : rsaPrivateKey(pem),
      merchantId: row.merchant_id,
      terminalId: row.terminal_id,
      minutes: { VA: row.va_minutes, QRIS: row.qris_minutes },
      methods: row.methods,
      notifiesBySnap: row.notifies_by_snap,
      active: row.active,
    };
  }
}
