import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import { RequestApproval } from '../../../ground/approvals';
import { Bank, nameOfBankAsSeen, type ApprovalRequestedDto } from '../../registry';
import { ChangeConnection, CONNECTION_APPROVAL } from './change-connection.service';
import type { BankConnectionDto, BankConnectionStateDto, ChangeConnectionBody } from './connection.dto';
import { publicHalf } from './own-key';

interface Row extends Omit<BankConnectionDto, 'public_key' | 'next_public_key'> {
  private_key_enc: string | null;
  next_private_key_enc: string | null;
}

/** How we call a bank, as Admin IT sees it and asks to change it. */
@Injectable()
export class BankConnections {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly approvals: RequestApproval,
    private readonly changes: ChangeConnection,
    @InjectRepository(Bank) private readonly banks: Repository<Bank>,
  ) {}

  /** @throws Problem bank.not_found */
  async state(bankId: number): Promise<BankConnectionStateDto> {
    const bank = await this.banks.findOneBy({ id: bankId });
    if (bank === null) throw new Problem('bank.not_found');
    const [row] = await this.database.screen<Row>(
      `SELECT base_url, client_key, partner_id, channel_id, ltrim(partner_service_id) AS partner_service_id, mode, merchant_id,
         terminal_id, va_minutes, qris_minutes, methods, active, secret_enc IS NOT NULL AS has_secret, private_key_enc,
         next_private_key_enc
       FROM bank_outbound WHERE bank_id = $1`,
      [bankId],
    );
    return { version: bank.version, connection: row === undefined ? null : this.shown(bankId, row) };
  }

  /** @throws Problem bank.not_found, bank.address_refused, bank.probe_failed, version.conflict, approval.pending */
  async request(bankId: number, body: ChangeConnectionBody): Promise<ApprovalRequestedDto> {
    const { reason, ...change } = body;
    this.changes.assertAcceptable(change);
    const probe = await this.changes.prove(bankId, change);
    return this.database.transaction(async (tx) => {
      const name = await nameOfBankAsSeen(tx, bankId, change.version);
      const id = await this.approvals.request(tx, {
        kind: CONNECTION_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Sambungan ke bank – ${name}`,
        payload: { ...change, ...(probe !== null && { probe }) },
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private shown(
    bankId: number,
    { private_key_enc: now, next_private_key_enc: next, ...row }: Row,
  ): BankConnectionDto {
    return {
      ...row,
      public_key: publicHalf(this.vault, bankId, 'private_key_enc', now),
      next_public_key: publicHalf(this.vault, bankId, 'next_private_key_enc', next),
    };
  }
}
