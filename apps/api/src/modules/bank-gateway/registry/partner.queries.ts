import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { PartnerDto } from './dto/partner.dto';
import { keepsOlder, type OverlapRow } from './kept-secret';

@Injectable()
export class PartnerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem partner.not_found */
  async one(id: number): Promise<PartnerDto> {
    const found = (await this.list()).find((partner) => partner.id === id);
    if (found === undefined) throw new Problem('partner.not_found');
    return found;
  }

  async list(): Promise<PartnerDto[]> {
    const [partners, keys] = await Promise.all([
      this.database.screen<Omit<PartnerDto, 'keys' | 'low_since'> & { low_since: Date | null }>(
        `SELECT m.id, m.code, m.name, m.active, m.allowed_cidrs, m.rate_limit_per_second, m.version,
           coalesce(d.balance, 0) AS deposit, coalesce(d.low_balance, 0) AS low_balance, d.low_since
         FROM mitra m LEFT JOIN deposit_mitra d ON d.collector_id = m.id ORDER BY m.name`,
      ),
      this.database.screen<KeyRow & object>(
        `SELECT k.id, k.bank_id, k.key_id, k.protocol, k.label, k.status, k.created_at, k.last_used_at, k.previous_valid_until, k.revoked_at, k.secret_shown_at,
           (k.secret_shown_at IS NULL AND k.status = 'ACTIVE' AND a.made_by IS NOT DISTINCT FROM $1 AND a.id IS NOT NULL) AS secret_pending
         FROM bank_api_key k JOIN mitra m ON m.id = k.bank_id LEFT JOIN persetujuan a ON a.id = k.approval_id ORDER BY k.id`,
        [currentUserId()],
      ),
    ]);
    return partners.map((partner) => ({
      ...partner,
      low_since: this.clock.textOf(partner.low_since),
      keys: keys
        .filter((key) => key.bank_id === partner.id)
        .map((key) => ({
          id: key.id,
          key_id: key.key_id,
          protocol: key.protocol,
          label: key.label,
          status: key.status,
          created_at: this.clock.textOf(key.created_at),
          last_used_at: this.clock.textOf(key.last_used_at),
          previous_valid_until: this.clock.textOf(key.previous_valid_until),
          revoked_at: this.clock.textOf(key.revoked_at),
          secret_pending: key.secret_pending,
          rotation_keeps_older: keepsOlder(key, this.clock.now()),
        })),
    }));
  }
}

interface KeyRow extends OverlapRow {
  readonly id: number;
  readonly bank_id: number;
  readonly key_id: string;
  readonly protocol: string;
  readonly label: string | null;
  readonly status: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly secret_pending: boolean;
}
