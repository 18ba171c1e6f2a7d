import { Injectable, type OnModuleInit } from '@nestjs/common';
import { padPartnerServiceId, type SnapMode } from '@tirtapay/domain';
import { randomBytes } from 'node:crypto';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { Vault } from '../../../platform/security';
import { FollowUps, type SettledApproval } from '../../ground/approvals';
import { KEY_APPROVAL } from './change-bank-keys.service';
import { KEPT_COLUMNS, keptSecret, type RotatedRow, type RotationAsSeen } from './kept-secret';
import { fingerprint } from './public-key';

export type SnapChange =
  | {
      readonly action: 'SNAP_CREATE';
      readonly bank_id: number;
      readonly channel_id: string;
      readonly partner_service_id: string;
      readonly mode: SnapMode;
      readonly public_key: string;
      readonly fingerprint: string;
    }
  | ({
      readonly action: 'SNAP_ROTATE';
      readonly bank_id: number;
      readonly snap_partner_id: number;
      readonly client_key: string;
    } & RotationAsSeen)
  | {
      readonly action: 'SNAP_ADD_KEY';
      readonly bank_id: number;
      readonly snap_partner_id: number;
      readonly client_key: string;
      readonly public_key: string;
      readonly fingerprint: string;
    };

const SECRET_BYTES = 32;
const NAME_BYTES = 12;

/** What happens to the SNAP credential of a bank once a second person approved it. */
@Injectable()
export class ChangeSnapPartners implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followUps.on(KEY_APPROVAL, {
      approved: (tx, event) => this.apply(tx, event),
    });
  }

  private async apply(tx: Tx, event: SettledApproval): Promise<void> {
    const change = event.payload as SnapChange;
    if (change.action === 'SNAP_CREATE') await this.create(tx, change, event.approvalId);
    if (change.action === 'SNAP_ROTATE') await this.rotate(tx, change, event.approvalId);
    if (change.action === 'SNAP_ADD_KEY') await this.addKey(tx, change);
  }

  /** We name the bank: its client key is its partner id, as every answer of ours expects. */
  private async create(
    tx: Tx,
    change: Extract<SnapChange, { action: 'SNAP_CREATE' }>,
    approvalId: number,
  ): Promise<void> {
    const { id } = await tx.one<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('snap_partner', 'id')) AS id",
    );
    const name = `tp-${randomBytes(NAME_BYTES).toString('hex')}`;
    const symmetric = change.mode === 'SYMMETRIC';
    await tx.query(
      `INSERT INTO snap_partner (id, bank_id, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc, public_keys,
         created_at, approval_id, secret_shown_at)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        change.bank_id,
        name,
        change.channel_id,
        padPartnerServiceId(change.partner_service_id),
        change.mode,
        symmetric ? this.sealedSecret(id) : null,
        [change.public_key],
        this.clock.date(),
        approvalId,
        symmetric ? null : this.clock.date(),
      ],
    );
    await writeAudit(tx, {
      action: 'bank_key.snap_created',
      entityType: 'snap_partner',
      entityId: id,
      after: {
        bank_id: change.bank_id,
        client_key: name,
        mode: change.mode,
        fingerprint: change.fingerprint,
      },
    });
  }

  /** The new secret verifies at once; the old one still does until the overlap ends. */
  private async rotate(
    tx: Tx,
    change: Extract<SnapChange, { action: 'SNAP_ROTATE' }>,
    approvalId: number,
  ): Promise<void> {
    const id = change.snap_partner_id;
    const [partner] = await tx.query<RotatedRow & object>(
      `SELECT ${KEPT_COLUMNS} FROM snap_partner WHERE id = $1 AND status = 'ACTIVE' AND mode = 'SYMMETRIC' FOR UPDATE`,
      [id],
    );
    if (partner === undefined) throw new Problem('bank.key_not_found');
    const location = { table: 'snap_partner', id };
    const { column, sealed, until } = keptSecret(partner, this.clock.now(), change);
    const old = this.vault.open(sealed, { ...location, column });
    await tx.query(
      `UPDATE snap_partner SET secret_enc = $2, previous_secret_enc = $3, previous_valid_until = $4, secret_shown_at = NULL,
         approval_id = $5 WHERE id = $1`,
      [
        id,
        this.sealedSecret(id),
        this.vault.seal(old, { ...location, column: 'previous_secret_enc' }),
        until,
        approvalId,
      ],
    );
    await writeAudit(tx, {
      action: 'bank_key.snap_rotated',
      entityType: 'snap_partner',
      entityId: id,
      after: { overlap_hours: change.overlap_hours, previous_valid_until: until },
    });
  }

  /** Beside those it has: the bank changes over when it likes, then the old one is removed. */
  private async addKey(tx: Tx, change: Extract<SnapChange, { action: 'SNAP_ADD_KEY' }>): Promise<void> {
    const added = await tx.execute(
      "UPDATE snap_partner SET public_keys = array_append(public_keys, $2) WHERE id = $1 AND status = 'ACTIVE'",
      [change.snap_partner_id, change.public_key],
    );
    if (added === 0) throw new Problem('bank.key_not_found');
    await writeAudit(tx, {
      action: 'bank_key.public_key_added',
      entityType: 'snap_partner',
      entityId: change.snap_partner_id,
      after: { fingerprint: fingerprint(change.public_key) },
    });
  }

  /** The plain secret, once, to the person who asked for it. @throws Problem bank.key_not_found for anybody else or twice */
  async reveal(tx: Tx, bankId: number, partnerId: number): Promise<{ key_id: string; secret: string }> {
    const [partner] = await tx.query<{ client_key: string; secret_enc: string }>(
      `UPDATE snap_partner p SET secret_shown_at = $3 FROM persetujuan a
       WHERE p.id = $1 AND p.bank_id = $2 AND p.status = 'ACTIVE' AND p.mode = 'SYMMETRIC' AND p.secret_shown_at IS NULL
         AND a.id = p.approval_id AND a.made_by = $4
       RETURNING p.client_key, p.secret_enc`,
      [partnerId, bankId, this.clock.date(), currentUserId()],
    );
    if (partner === undefined) throw new Problem('bank.key_not_found');
    await writeAudit(tx, {
      action: 'bank_key.snap_secret_shown',
      entityType: 'snap_partner',
      entityId: partnerId,
    });
    return {
      key_id: partner.client_key,
      secret: this.vault.open(partner.secret_enc, {
        table: 'snap_partner',
        column: 'secret_enc',
        id: partnerId,
      }),
    };
  }

  private sealedSecret(id: number): string {
    return this.vault.seal(randomBytes(SECRET_BYTES).toString('base64url'), {
      table: 'snap_partner',
      column: 'secret_enc',
      id,
    });
  }
}
