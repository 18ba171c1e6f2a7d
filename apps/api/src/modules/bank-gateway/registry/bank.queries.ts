import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { BankDto, BankKeyDto, SnapPartnerDto } from './dto/bank.dto';
import type { BankApiKey } from './entities/bank-api-key.entity';
import { keepsOlder, type OverlapRow } from './kept-secret';
import { fingerprint } from './public-key';

type BankRow = Omit<BankDto, 'keys' | 'snap_partners'>;

type KeyRow = RowOf<
  BankApiKey,
  | 'id'
  | 'bankId'
  | 'keyId'
  | 'protocol'
  | 'label'
  | 'status'
  | 'createdAt'
  | 'lastUsedAt'
  | 'previousValidUntil'
  | 'revokedAt'
  | 'secretShownAt'
> & { readonly secret_pending: boolean };

interface PartnerRow
  extends Omit<SnapPartnerDto, 'last_used_at' | 'previous_valid_until' | 'rotation_keeps_older'>, OverlapRow {
  bank_id: number;
  last_used_at: Date | null;
}

const COLUMNS = `id, code, name, active, environment, (SELECT c.admin_fee FROM penerima c WHERE c.id = bank_integration.id) AS admin_fee, qris_admin_fee, allowed_cidrs, rate_limit_per_second, to_char(cutoff_start, 'HH24:MI') AS cutoff_start,
  to_char(cutoff_end, 'HH24:MI') AS cutoff_end, va_prefix, channels, instructions, version`;

/** Banks as Admin IT sees them; secrets are never read here. */
@Injectable()
export class BankQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<BankDto[]> {
    const banks = await this.database.screen<BankRow>(
      `SELECT ${COLUMNS} FROM bank_integration ORDER BY code`,
    );
    return this.withCredentials(banks);
  }

  async one(id: number): Promise<BankDto> {
    const banks = await this.database.screen<BankRow>(
      `SELECT ${COLUMNS} FROM bank_integration WHERE id = $1`,
      [id],
    );
    const [bank] = await this.withCredentials(banks);
    if (bank === undefined) throw new Problem('bank.not_found');
    return bank;
  }

  private async withCredentials(banks: readonly BankRow[]): Promise<BankDto[]> {
    const ids = banks.map((bank) => bank.id);
    const [keys, partners] = [await this.keys(ids), await this.partners(ids)];
    return banks.map((bank) => ({
      ...bank,
      keys: keys.get(bank.id) ?? [],
      snap_partners: partners
        .filter((partner) => partner.bank_id === bank.id)
        .map(({ bank_id: _, secret_shown_at: shown, ...partner }) => ({
          ...partner,
          rotation_keeps_older: keepsOlder({ ...partner, secret_shown_at: shown }, this.clock.now()),
          public_keys: partner.public_keys.map(fingerprint),
          last_used_at: this.clock.textOf(partner.last_used_at),
          previous_valid_until: this.clock.textOf(partner.previous_valid_until),
        })),
    }));
  }

  private partners(bankIds: readonly number[]): Promise<PartnerRow[]> {
    return this.database.screen<PartnerRow>(
      `SELECT p.id, p.bank_id, p.client_key, p.partner_id, p.channel_id, p.partner_service_id, p.mode, p.status, p.public_keys,
         p.last_used_at, p.previous_valid_until, p.secret_shown_at,
         (p.secret_shown_at IS NULL AND p.status = 'ACTIVE' AND p.mode = 'SYMMETRIC' AND a.id IS NOT NULL
           AND a.made_by IS NOT DISTINCT FROM $2) AS secret_pending
       FROM snap_partner p LEFT JOIN persetujuan a ON a.id = p.approval_id WHERE p.bank_id = ANY($1) ORDER BY p.id`,
      [bankIds, currentUserId()],
    );
  }

  private async keys(bankIds: readonly number[]): Promise<Map<number, BankKeyDto[]>> {
    const rows = await this.database.screen<KeyRow>(
      `SELECT k.id, k.bank_id, k.key_id, k.protocol, k.label, k.status, k.created_at, k.last_used_at, k.previous_valid_until, k.revoked_at, k.secret_shown_at,
         (k.secret_shown_at IS NULL AND k.status = 'ACTIVE' AND a.made_by IS NOT DISTINCT FROM $2 AND a.id IS NOT NULL) AS secret_pending
       FROM bank_api_key k LEFT JOIN persetujuan a ON a.id = k.approval_id WHERE k.bank_id = ANY($1) ORDER BY k.id DESC`,
      [bankIds, currentUserId()],
    );
    const byBank = new Map<number, BankKeyDto[]>();
    const text = (date: Date | null) => (date === null ? null : this.clock.text(date.getTime()));
    for (const { bank_id: bankId, secret_shown_at: shown, ...key } of rows)
      byBank.set(bankId, [
        ...(byBank.get(bankId) ?? []),
        {
          ...key,
          rotation_keeps_older: keepsOlder({ ...key, secret_shown_at: shown }, this.clock.now()),
          created_at: this.clock.text(key.created_at.getTime()),
          last_used_at: text(key.last_used_at),
          previous_valid_until: text(key.previous_valid_until),
          revoked_at: text(key.revoked_at),
        },
      ]);
    return byBank;
  }
}
