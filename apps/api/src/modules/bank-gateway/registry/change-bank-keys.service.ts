import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { Vault } from '../../../platform/security';
import { FollowUps, type SettledApproval } from '../../ground/approvals';
import { announceClosing, lockBank } from './close-credential';
import type { RevokeKeyBody } from './dto/bank.dto';
import { KEPT_COLUMNS, keptSecret, type RotatedRow, type RotationAsSeen } from './kept-secret';

export const KEY_APPROVAL = 'bank_key';

export type KeyChange =
  | { readonly action: 'CREATE'; readonly bank_id: number; readonly label: string }
  | ({ readonly action: 'ROTATE'; readonly bank_id: number; readonly key_id: number } & RotationAsSeen);

const SECRET_BYTES = 32;
const KEY_ID_BYTES = 12;

/** What happens to a key once a second person approved it. Secrets are made here and leave once, to the requester. */
@Injectable()
export class ChangeBankKeys implements OnModuleInit {
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
    const change = event.payload as KeyChange;
    if (change.action === 'CREATE') await this.create(tx, change, event);
    if (change.action === 'ROTATE') await this.rotate(tx, change, event.approvalId);
  }

  private async create(
    tx: Tx,
    change: Extract<KeyChange, { action: 'CREATE' }>,
    approval: { approvalId: number; madeBy: number },
  ): Promise<void> {
    const row = await tx.one<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('bank_api_key', 'id')) AS id",
    );
    const id = row.id;
    await tx.query(
      `INSERT INTO bank_api_key (id, bank_id, key_id, label, secret_enc, created_by, approval_id, created_at, scope)
       SELECT $1, id, $3, $4, $5, $6, $7, $8, CASE kind WHEN 'PARTNER' THEN 'ppob' ELSE 'bank' END FROM penerima WHERE id = $2`,
      [
        id,
        change.bank_id,
        `tp_${randomBytes(KEY_ID_BYTES).toString('hex')}`,
        change.label,
        this.sealedSecret(id),
        approval.madeBy,
        approval.approvalId,
        this.clock.date(),
      ],
    );
    await writeAudit(tx, {
      action: 'bank_key.created',
      entityType: 'bank_api_key',
      entityId: id,
      after: { bank_id: change.bank_id, label: change.label },
    });
  }

  /** The new secret signs at once; the old one still verifies until the overlap ends. */
  private async rotate(
    tx: Tx,
    change: Extract<KeyChange, { action: 'ROTATE' }>,
    approvalId: number,
  ): Promise<void> {
    const [key] = await tx.query<RotatedRow & object>(
      `SELECT ${KEPT_COLUMNS} FROM bank_api_key WHERE id = $1 AND status = 'ACTIVE' FOR UPDATE`,
      [change.key_id],
    );
    if (key === undefined) throw new Problem('bank.key_not_found');
    const location = { table: 'bank_api_key', id: change.key_id };
    const { column, sealed, until } = keptSecret(key, this.clock.now(), change);
    const old = this.vault.open(sealed, { ...location, column });
    await tx.query(
      `UPDATE bank_api_key SET secret_enc = $2, previous_secret_enc = $3, previous_valid_until = $4, secret_shown_at = NULL, approval_id = $5 WHERE id = $1`,
      [
        change.key_id,
        this.sealedSecret(change.key_id),
        this.vault.seal(old, { ...location, column: 'previous_secret_enc' }),
        until,
        approvalId,
      ],
    );
    await writeAudit(tx, {
      action: 'bank_key.rotated',
      entityType: 'bank_api_key',
      entityId: change.key_id,
      after: { overlap_hours: change.overlap_hours, previous_valid_until: until },
    });
  }

  /** The plain secret, once, to the person who asked for the key. @throws Problem bank.key_not_found for anybody else or twice */
  async reveal(tx: Tx, bankId: number, keyId: number): Promise<{ key_id: string; secret: string }> {
    const [key] = await tx.query<{ key_id: string; secret_enc: string }>(
      `UPDATE bank_api_key k SET secret_shown_at = $3
       FROM persetujuan a WHERE k.id = $1 AND k.bank_id = $2 AND k.status = 'ACTIVE' AND k.secret_shown_at IS NULL AND a.id = k.approval_id AND a.made_by = $4
       RETURNING k.key_id, k.secret_enc`,
      [keyId, bankId, this.clock.date(), currentUserId()],
    );
    if (key === undefined) throw new Problem('bank.key_not_found');
    await writeAudit(tx, { action: 'bank_key.secret_shown', entityType: 'bank_api_key', entityId: keyId });
    return {
      key_id: key.key_id,
      secret: this.vault.open(key.secret_enc, { table: 'bank_api_key', column: 'secret_enc', id: keyId }),
    };
  }

  /** At once and by one person, but not in silence. @throws Problem bank.not_found, bank.key_not_found, bank.last_key */
  async revoke(
    tx: Tx,
    bankId: number,
    keyId: number,
    { reason, last_key_confirmed }: RevokeKeyBody,
  ): Promise<void> {
    const bank = await lockBank(tx, bankId);
    const [key] = await tx.query<{ key_id: string }>(
      `UPDATE bank_api_key SET status = 'REVOKED', revoked_at = $3, previous_secret_enc = NULL, previous_valid_until = NULL
       WHERE id = $1 AND bank_id = $2 AND status = 'ACTIVE' RETURNING key_id`,
      [keyId, bankId, this.clock.date()],
    );
    if (key === undefined) throw new Problem('bank.key_not_found');
    const { left } = await tx.one<{ left: number }>(
      "SELECT count(*)::int AS left FROM bank_api_key WHERE bank_id = $1 AND status = 'ACTIVE'",
      [bankId],
    );
    await announceClosing(tx, bank, {
      bankId,
      kind: 'NATIVE_KEY',
      name: key.key_id,
      entityType: 'bank_api_key',
      entityId: keyId,
      reason,
      left,
      lastConfirmed: last_key_confirmed === true,
    });
  }

  private sealedSecret(keyRowId: number): string {
    return this.vault.seal(randomBytes(SECRET_BYTES).toString('base64url'), {
      table: 'bank_api_key',
      column: 'secret_enc',
      id: keyRowId,
    });
  }
}
