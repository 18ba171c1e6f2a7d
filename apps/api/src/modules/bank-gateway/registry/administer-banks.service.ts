import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { SigningCollector } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { RequestApproval } from '../../ground/approvals';
import { BankDirectory } from './bank-directory';
import { nameOfBankAsSeen } from './bank-row';
import { ChangeBankKeys, KEY_APPROVAL, type KeyChange } from './change-bank-keys.service';
import { ChangeBankSettings, SETTINGS_APPROVAL } from './change-bank-settings.service';
import { FRESH_MILLISECONDS } from './fresh-copy';
import type {
  ApprovalRequestedDto,
  ChangeBankSettingsBody,
  KeySecretDto,
  RevokeKeyBody,
} from './dto/bank.dto';
import { rotatedAgain, rotationAsSeen, type OverlapRow } from './kept-secret';

/** By then every process has read what was approved before the secret was asked for. */
export const KNOWN_EVERYWHERE_MILLISECONDS = FRESH_MILLISECONDS + 500;

/** What Admin IT may ask for; everything that opens a door waits for a second person, closing one does not. */
@Injectable()
export class AdministerBanks {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly keys: ChangeBankKeys,
    private readonly settings: ChangeBankSettings,
    private readonly directory: BankDirectory,
    private readonly clock: Clock,
  ) {}

  /** @param kind of the collector whose key it will be */
  requestKey(
    kind: SigningCollector,
    bankId: number,
    label: string,
    reason: string,
  ): Promise<ApprovalRequestedDto> {
    return this.askForKey(
      kind,
      bankId,
      { action: 'CREATE', bank_id: bankId, label },
      null,
      `Kunci API baru "${label}"`,
      reason,
    );
  }

  requestRotation(
    kind: 'BANK' | 'PARTNER',
    bankId: number,
    keyId: number,
    overlapHours: number,
    reason: string,
  ): Promise<ApprovalRequestedDto> {
    return this.askForKey(
      kind,
      bankId,
      { action: 'ROTATE', bank_id: bankId, key_id: keyId, overlap_hours: overlapHours },
      keyId,
      'Rotasi kunci API',
      reason,
    );
  }

  private async askForKey(
    kind: SigningCollector,
    bankId: number,
    change: KeyChange,
    keyId: number | null,
    what: string,
    reason: string,
  ): Promise<ApprovalRequestedDto> {
    return this.database.transaction(async (tx) => {
      const [bank] = await tx.query<OverlapRow & { name: string; key: number | null }>(
        `SELECT b.name, k.id AS key, k.previous_valid_until, k.secret_shown_at FROM penerima b
         LEFT JOIN bank_api_key k ON k.id = $2 AND k.bank_id = b.id AND k.status = 'ACTIVE' WHERE b.id = $1 AND b.kind = $3`,
        [bankId, keyId, kind],
      );
      if (bank === undefined) throw new Problem(kind === 'BANK' ? 'bank.not_found' : 'partner.not_found');
      if (keyId !== null && bank.key === null) throw new Problem('bank.key_not_found');
      const now = this.clock.now();
      const again = change.action === 'ROTATE' ? rotatedAgain(bank, now, change.overlap_hours) : '';
      const seen = change.action === 'ROTATE' ? rotationAsSeen(bank, now, change.overlap_hours) : {};
      const id = await this.approvals.request(tx, {
        kind: KEY_APPROVAL,
        entityType: kind === 'BANK' ? 'bank_integration' : 'mitra',
        entityId: bankId,
        summary: `${what} – ${bank.name}${again}`,
        payload: { ...change, ...seen },
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  async requestSettings(bankId: number, body: ChangeBankSettingsBody): Promise<ApprovalRequestedDto> {
    const { reason, ...change } = body;
    this.settings.assertAcceptable(change);
    return this.database.transaction(async (tx) => {
      const name = await nameOfBankAsSeen(tx, bankId, change.version);
      const id = await this.approvals.request(tx, {
        kind: SETTINGS_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Perubahan pengaturan – ${name}${await sharedPrefix(tx, bankId, change.va_prefix)}`,
        payload: change,
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  /** Not before every process would accept the secret: a bank that uses it at once shall not be refused. */
  async reveal(bankId: number, keyId: number): Promise<KeySecretDto> {
    await pause(KNOWN_EVERYWHERE_MILLISECONDS);
    return this.database.transaction((tx) => this.keys.reveal(tx, bankId, keyId));
  }

  /** @throws Problem bank.key_not_found, bank.last_key */
  async revoke(bankId: number, keyId: number, body: RevokeKeyBody): Promise<void> {
    await this.database.transaction((tx) => this.keys.revoke(tx, bankId, keyId, body));
    this.directory.forget();
  }
}

/** Two banks may share a VA prefix on purpose; whoever approves must know that these would. */
async function sharedPrefix(tx: Tx, bankId: number, prefix: string | null | undefined): Promise<string> {
  if (prefix === null || prefix === undefined) return '';
  const others = await tx.query<{ name: string }>(
    'SELECT name FROM bank_integration WHERE va_prefix = $2 AND id <> $1 ORDER BY name',
    [bankId, prefix],
  );
  if (others.length === 0) return '';
  return ` (perhatian: awalan VA ${prefix} juga dipakai ${others.map(({ name }) => name).join(', ')})`;
}
