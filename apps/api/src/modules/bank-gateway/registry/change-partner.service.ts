import { Injectable, type OnModuleInit } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../../ground/approvals';
import { Collectors, Deposits } from '../../ground/collectors';
import { BankDirectory } from './bank-directory';
import type { ApprovalRequestedDto } from './dto/bank.dto';
import type { ChangePartnerSettingsBody } from './dto/partner.dto';
import { assertNetworks } from './networks';

const APPROVAL = 'partner_settings';

type Change = Omit<ChangePartnerSettingsBody, 'reason'>;

/** From where a partner may call, how often, whether at all, and below what its deposit is told: by two people. */
@Injectable()
export class ChangePartner implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly directory: BankDirectory,
    private readonly collectors: Collectors,
    private readonly deposits: Deposits,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(APPROVAL, {
      approved: (tx, { entityId, payload }) => this.carryOut(tx, entityId, payload as Change),
    });
  }

  /** @throws Problem partner.not_found, version.conflict, bank.cidr_invalid, approval.pending */
  async request(id: number, { reason, ...change }: ChangePartnerSettingsBody): Promise<ApprovalRequestedDto> {
    assertNetworks(change.allowed_cidrs ?? []);
    return this.database.transaction(async (tx) => {
      const [partner] = await tx.query<{ name: string; version: number }>(
        'SELECT name, version FROM mitra WHERE id = $1',
        [id],
      );
      if (partner === undefined) throw new Problem('partner.not_found');
      if (partner.version !== change.version) throw await changedMeanwhile(tx, 'mitra', id, partner.version);
      const approval = await this.approvals.request(tx, {
        kind: APPROVAL,
        entityType: 'mitra',
        entityId: id,
        summary: `Perubahan pengaturan mitra – ${partner.name}`,
        payload: { ...change },
        reason,
      });
      return { approval_id: approval, status: 'PENDING' };
    });
  }

  private async carryOut(tx: Tx, id: number, change: Change): Promise<void> {
    const [before] = await tx.query<Record<string, unknown>>(
      'SELECT version, name, allowed_cidrs, rate_limit_per_second, active FROM mitra WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    // Somebody changed the partner since this was asked for: the approver saw other values than would result.
    if (before?.version !== change.version) throw await changedMeanwhile(tx, 'mitra', id);
    // A partner is called as its collector is: the name of one is never without the other's.
    if (change.name !== undefined) await this.collectors.rename(tx, id, change.name);
    await tx.query(
      `UPDATE mitra SET allowed_cidrs = coalesce($2, allowed_cidrs), rate_limit_per_second = coalesce($3, rate_limit_per_second),
         active = coalesce($4, active), version = version + 1 WHERE id = $1`,
      [id, change.allowed_cidrs ?? null, change.rate_limit_per_second ?? null, change.active ?? null],
    );
    if (change.low_balance !== undefined) await this.deposits.tellBelow(tx, id, change.low_balance);
    await writeAudit(tx, {
      action: 'partner.settings_changed',
      entityType: 'mitra',
      entityId: id,
      before,
      after: change,
    });
    this.directory.forget();
  }
}
