import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BankEnvironment } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { BankDirectory, openForRealMoney, type ApprovalRequestedDto } from '../../../bank-gateway/registry';

const GO_LIVE_APPROVAL = 'bank_go_live';

interface Candidate {
  name: string;
  environment: BankEnvironment;
  run_id: number | null;
  run_status: string | null;
}

/** A bank goes live when its latest certification passed and a second person agrees; both are looked at again then. */
@Injectable()
export class GoLive implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly directory: BankDirectory,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(GO_LIVE_APPROVAL, {
      approved: (tx, event) => this.open(tx, event.entityId),
    });
  }

  /** @throws Problem bank.not_found, bank.not_certified, bank.already_live, approval.pending */
  async request(bankId: number, reason: string): Promise<ApprovalRequestedDto> {
    return this.database.transaction(async (tx) => {
      const candidate = await this.certified(tx, bankId);
      const id = await this.approvals.request(tx, {
        kind: GO_LIVE_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Bank dibuka untuk transaksi nyata – ${candidate.name}`,
        payload: { bank_id: bankId, certification_id: candidate.run_id },
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async open(tx: Tx, bankId: number): Promise<void> {
    const candidate = await this.certified(tx, bankId);
    await openForRealMoney(tx, bankId);
    await writeAudit(tx, {
      action: 'bank.went_live',
      entityType: 'bank_integration',
      entityId: bankId,
      before: { environment: candidate.environment },
      after: { environment: 'LIVE', certification_id: candidate.run_id },
    });
    this.directory.forget();
  }

  private async certified(tx: Tx, bankId: number): Promise<Candidate> {
    const [bank] = await tx.query<Candidate>(
      `SELECT b.name, b.environment, r.id AS run_id, r.status AS run_status FROM bank_integration b
       LEFT JOIN LATERAL (SELECT id, status FROM certification_run WHERE bank_id = b.id ORDER BY id DESC LIMIT 1) r ON true
       WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
      [bankId],
    );
    if (bank === undefined) throw new Problem('bank.not_found');
    if (bank.environment === 'LIVE') throw new Problem('bank.already_live');
    if (bank.run_status !== 'PASSED') throw new Problem('bank.not_certified');
    return bank;
  }
}
