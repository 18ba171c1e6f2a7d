import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { SnapMode } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { RequestApproval } from '../../ground/approvals';
import { KNOWN_EVERYWHERE_MILLISECONDS } from './administer-banks.service';
import { KEY_APPROVAL } from './change-bank-keys.service';
import { ChangeSnapPartners, type SnapChange } from './change-snap-partners.service';
import { announceClosing, lockBank } from './close-credential';
import type { ApprovalRequestedDto, KeySecretDto, RevokeKeyBody } from './dto/bank.dto';
import type { CreateSnapPartnerBody, RemovePublicKeyBody } from './dto/snap-partner.dto';
import { rotatedAgain, rotationAsSeen, type OverlapRow } from './kept-secret';
import { fingerprint, keptPublicKey } from './public-key';

/** Old and new beside each other while a bank changes over; more would be forgotten ones. */
const MAX_PUBLIC_KEYS = 4;

interface Partner extends OverlapRow {
  readonly client_key: string;
  readonly bank: string;
  readonly mode: SnapMode;
  readonly public_keys: readonly string[];
}

/** The SNAP credentials of a bank: opened by two people, closed by one, at once and not in silence. */
@Injectable()
export class AdministerSnapPartners {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly changes: ChangeSnapPartners,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bank.not_found, request.invalid for a key that is none, approval.pending */
  requestNew(bankId: number, { reason, ...wishes }: CreateSnapPartnerBody): Promise<ApprovalRequestedDto> {
    const publicKey = keptPublicKey(wishes.public_key);
    return this.database.transaction(async (tx) => {
      const [bank] = await tx.query<{ name: string }>('SELECT name FROM bank_integration WHERE id = $1', [
        bankId,
      ]);
      if (bank === undefined) throw new Problem('bank.not_found');
      return this.ask(tx, {
        bankId,
        summary: `Kredensial SNAP baru – ${bank.name}`,
        change: {
          action: 'SNAP_CREATE',
          bank_id: bankId,
          channel_id: wishes.channel_id,
          partner_service_id: wishes.partner_service_id,
          mode: wishes.mode,
          public_key: publicKey,
          fingerprint: fingerprint(publicKey),
        },
        reason,
      });
    });
  }

  /** @throws Problem bank.key_not_found also for a credential without a secret, approval.pending */
  requestRotation(
    bankId: number,
    partnerId: number,
    { overlap_hours, reason }: { readonly overlap_hours: number; readonly reason: string },
  ): Promise<ApprovalRequestedDto> {
    return this.database.transaction(async (tx) => {
      const partner = await active(tx, bankId, partnerId);
      if (partner.mode !== 'SYMMETRIC') throw new Problem('bank.key_not_found');
      const now = this.clock.now();
      return this.ask(tx, {
        bankId,
        summary: `Rotasi secret SNAP ${partner.client_key} – ${partner.bank}${rotatedAgain(partner, now, overlap_hours)}`,
        change: {
          action: 'SNAP_ROTATE',
          bank_id: bankId,
          snap_partner_id: partnerId,
          client_key: partner.client_key,
          ...rotationAsSeen(partner, now, overlap_hours),
        },
        reason,
      });
    });
  }

  /** @throws Problem bank.key_not_found, bank.public_key_known, bank.public_keys_full, request.invalid, approval.pending */
  requestPublicKey(
    bankId: number,
    partnerId: number,
    body: { readonly public_key: string; readonly reason: string },
  ): Promise<ApprovalRequestedDto> {
    const publicKey = keptPublicKey(body.public_key);
    return this.database.transaction(async (tx) => {
      const partner = await active(tx, bankId, partnerId);
      const print = fingerprint(publicKey);
      if (partner.public_keys.some((known) => fingerprint(known) === print))
        throw new Problem('bank.public_key_known');
      if (partner.public_keys.length >= MAX_PUBLIC_KEYS) throw new Problem('bank.public_keys_full');
      return this.ask(tx, {
        bankId,
        summary: `Kunci publik SNAP ${partner.client_key} – ${partner.bank}`,
        change: {
          action: 'SNAP_ADD_KEY',
          bank_id: bankId,
          snap_partner_id: partnerId,
          client_key: partner.client_key,
          public_key: publicKey,
          fingerprint: print,
        },
        reason: body.reason,
      });
    });
  }

  /** Not before every process would accept the secret. */
  async reveal(bankId: number, partnerId: number): Promise<KeySecretDto> {
    await pause(KNOWN_EVERYWHERE_MILLISECONDS);
    return this.database.transaction((tx) => this.changes.reveal(tx, bankId, partnerId));
  }

  /** @throws Problem bank.key_not_found, bank.last_key */
  async revoke(
    bankId: number,
    partnerId: number,
    { reason, last_key_confirmed }: RevokeKeyBody,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const bank = await lockBank(tx, bankId);
      const partner = await active(tx, bankId, partnerId);
      const { left } = await tx.one<{ left: number }>(
        "SELECT count(*)::int AS left FROM snap_partner WHERE bank_id = $1 AND status = 'ACTIVE' AND id <> $2",
        [bankId, partnerId],
      );
      await announceClosing(tx, bank, {
        bankId,
        kind: 'SNAP_PARTNER',
        name: partner.client_key,
        entityType: 'snap_partner',
        entityId: partnerId,
        reason,
        left,
        lastConfirmed: last_key_confirmed === true,
      });
      await tx.query(
        `UPDATE snap_partner SET status = 'REVOKED', revoked_at = $2, previous_secret_enc = NULL, previous_valid_until = NULL
         WHERE id = $1`,
        [partnerId, this.clock.date()],
      );
    });
  }

  /** @throws Problem bank.key_not_found, bank.last_key */
  async removePublicKey(bankId: number, partnerId: number, body: RemovePublicKeyBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const bank = await lockBank(tx, bankId);
      const partner = await active(tx, bankId, partnerId);
      const kept = partner.public_keys.filter((key) => fingerprint(key) !== body.fingerprint);
      if (kept.length === partner.public_keys.length) throw new Problem('bank.key_not_found');
      await announceClosing(tx, bank, {
        bankId,
        kind: 'SNAP_PUBLIC_KEY',
        name: `${partner.client_key} ${body.fingerprint.slice(0, 16)}`,
        entityType: 'snap_partner',
        entityId: partnerId,
        reason: body.reason,
        left: kept.length,
        lastConfirmed: body.last_key_confirmed === true,
      });
      await tx.query('UPDATE snap_partner SET public_keys = $2 WHERE id = $1', [partnerId, kept]);
    });
  }

  private async ask(
    tx: Tx,
    request: { bankId: number; summary: string; change: SnapChange; reason: string },
  ): Promise<ApprovalRequestedDto> {
    const id = await this.approvals.request(tx, {
      kind: KEY_APPROVAL,
      entityType: 'bank_integration',
      entityId: request.bankId,
      summary: request.summary,
      payload: { ...request.change },
      reason: request.reason,
    });
    return { approval_id: id, status: 'PENDING' };
  }
}

async function active(tx: Tx, bankId: number, partnerId: number): Promise<Partner> {
  const [partner] = await tx.query<Partner & Record<string, unknown>>(
    `SELECT p.client_key, b.name AS bank, p.mode, p.public_keys, p.previous_valid_until, p.secret_shown_at
     FROM snap_partner p JOIN bank_integration b ON b.id = p.bank_id WHERE p.id = $1 AND p.bank_id = $2 AND p.status = 'ACTIVE' FOR UPDATE OF p`,
    [partnerId, bankId],
  );
  if (partner === undefined) throw new Problem('bank.key_not_found');
  return partner;
}
