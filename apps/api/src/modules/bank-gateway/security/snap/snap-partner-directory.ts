import { Injectable, Logger } from '@nestjs/common';
import { RsaKeyError, rsaPublicKey } from '@tirtapay/bank-protocol';
import type { KeyObject } from 'node:crypto';
import type { SnapMode } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf } from '../../../../platform/database';
import { Vault } from '../../../../platform/security';
import { unlessDamaged } from '../../registry';
import { FreshCopy } from '../../registry';
import type { SnapPartnerRow } from '../entities/snap-partner.entity';

/** A live SNAP credential, opened. */
export interface SnapPartner {
  readonly id: number;
  readonly bankId: number;
  readonly clientKey: string;
  readonly partnerId: string;
  /** Padded with spaces to eight characters, as it stands in every message. */
  readonly partnerServiceId: string;
  readonly mode: SnapMode;
  /** The current secret first; the previous one while it is being rotated. Empty in asymmetric mode. */
  readonly secrets: readonly { readonly secret: string; readonly validUntil: number | null }[];
  readonly publicKeys: readonly KeyObject[];
  readonly toleranceMilliseconds: number;
}

interface Partners {
  readonly byPartnerId: ReadonlyMap<string, SnapPartner>;
  readonly byClientKey: ReadonlyMap<string, SnapPartner>;
  readonly anyKeys: readonly KeyObject[];
}

type Row = RowOf<
  SnapPartnerRow,
  | 'id'
  | 'bankId'
  | 'clientKey'
  | 'partnerId'
  | 'partnerServiceId'
  | 'mode'
  | 'secretEnc'
  | 'previousSecretEnc'
  | 'previousValidUntil'
  | 'publicKeys'
  | 'timestampToleranceSeconds'
>;

/** SNAP partners of active banks, kept for two seconds: a revoked one is refused everywhere within that time. */
@Injectable()
export class SnapPartnerDirectory {
  private readonly logger = new Logger('snap');
  private readonly partners = new FreshCopy(() => this.load());

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async byPartnerId(partnerId: string): Promise<SnapPartner | null> {
    return (await this.partners.get()).byPartnerId.get(partnerId) ?? null;
  }

  async byClientKey(clientKey: string): Promise<SnapPartner | null> {
    return (await this.partners.get()).byClientKey.get(clientKey) ?? null;
  }

  /** Keys to check a stranger's signature against, in vain: it shall take as long as a partner's. */
  async decoyKeys(): Promise<readonly KeyObject[]> {
    return (await this.partners.get()).anyKeys;
  }

  /** After a change made in this process, so that its effect shows at once. */
  forget(): void {
    this.partners.forget();
  }

  private async load(): Promise<Partners> {
    const rows = await this.database.read<Row>(
      `SELECT p.id, p.bank_id, p.client_key, p.partner_id, p.partner_service_id, p.mode, p.secret_enc, p.previous_secret_enc,
         p.previous_valid_until, p.public_keys, p.timestamp_tolerance_seconds
       FROM snap_partner p JOIN bank_integration b ON b.id = p.bank_id AND b.active WHERE p.status = 'ACTIVE' ORDER BY p.id`,
    );
    const partners = rows.flatMap((row) =>
      unlessDamaged(this.logger, row.partner_id, () => this.opened(row)),
    );
    return {
      byPartnerId: new Map(partners.map((partner) => [partner.partnerId, partner])),
      byClientKey: new Map(partners.map((partner) => [partner.clientKey, partner])),
      anyKeys: partners.find((partner) => partner.publicKeys.length > 0)?.publicKeys ?? [],
    };
  }

  private opened(row: Row): SnapPartner {
    return {
      id: row.id,
      bankId: row.bank_id,
      clientKey: row.client_key,
      partnerId: row.partner_id,
      partnerServiceId: row.partner_service_id,
      mode: row.mode,
      secrets: row.mode === 'SYMMETRIC' ? this.secrets(row) : [],
      publicKeys: row.public_keys.flatMap((pem) => this.publicKey(row.partner_id, pem)),
      toleranceMilliseconds: row.timestamp_tolerance_seconds * 1_000,
    };
  }

  private secrets(row: Row): SnapPartner['secrets'] {
    const open = (envelope: string, column: string) =>
      this.vault.open(envelope, { table: 'snap_partner', column, id: row.id });
    const previousUntil = row.previous_valid_until?.getTime() ?? 0;
    return [
      ...(row.secret_enc === null ? [] : [{ secret: open(row.secret_enc, 'secret_enc'), validUntil: null }]),
      ...(row.previous_secret_enc === null || previousUntil <= this.clock.now()
        ? []
        : [{ secret: open(row.previous_secret_enc, 'previous_secret_enc'), validUntil: previousUntil }]),
    ];
  }

  /** One unusable key must not close the door of a partner that has another. */
  private publicKey(partnerId: string, pem: string): KeyObject[] {
    try {
      return [rsaPublicKey(pem)];
    } catch (error) {
      if (!(error instanceof RsaKeyError)) throw error;
      this.logger.warn(`public key of ${partnerId} refused: ${error.problem}`);
      return [];
    }
  }
}
