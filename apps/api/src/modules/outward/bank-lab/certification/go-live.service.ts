import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BankEnvironment } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { BankDirectory, openForRealMoney, type ApprovalRequestedDto } from '../../../bank-gateway/registry';
import type { RequestGoLiveBody } from '../dto/certification.dto';
import { standingPayments, sumOf } from './standing-payments.queries';

const GO_LIVE_APPROVAL = 'bank_go_live';
/** Of the payments that stand, in a refusal. */
const NAMED = 10;

interface GoLiveOrder {
  /** Of certifications, which stay: the bank has their money. */
  readonly standing_receipts?: readonly string[];
}

interface Candidate {
  name: string;
  environment: BankEnvironment;
  run_id: number | null;
  run_status: string | null;
}

/**
 * A bank goes live when its latest certification passed and a second person agrees; both are looked at again then. What its
 * certifications posted is taken back by then, or named as money the bank really has (docs/adr/0113).
 */
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
      approved: (tx, { entityId, payload }) => this.open(tx, entityId, payload as GoLiveOrder),
    });
  }

  /** @throws Problem bank.not_found, bank.not_certified, bank.already_live, bank.test_payments_stand, approval.pending */
  async request(
    bankId: number,
    { reason, standing_payments: named = [] }: RequestGoLiveBody,
  ): Promise<ApprovalRequestedDto> {
    return this.database.transaction(async (tx) => {
      const candidate = await this.certified(tx, bankId);
      const standing = await standingPayments(tx, bankId);
      if (!standing.every(({ id }) => named.includes(id)))
        throw new Problem('bank.test_payments_stand', {
          members: {
            count: standing.length,
            amount: sumOf(standing),
            receipts: standing.slice(0, NAMED).map(({ receipt_number: number }) => number),
          },
        });
      const id = await this.approvals.request(tx, {
        kind: GO_LIVE_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Bank dibuka untuk transaksi nyata – ${candidate.name}`,
        payload: {
          bank_id: bankId,
          certification_id: candidate.run_id,
          ...(standing.length > 0 && {
            standing_receipts: standing.map(({ receipt_number: number }) => number),
            amount: sumOf(standing),
          }),
        },
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  /** @throws Problem bank.not_certified, bank.already_live, approval.outdated when more was posted since it was asked for */
  private async open(tx: Tx, bankId: number, order: GoLiveOrder): Promise<void> {
    const candidate = await this.certified(tx, bankId);
    const standing = (await standingPayments(tx, bankId)).map(({ receipt_number: number }) => number);
    if (!standing.every((receipt) => order.standing_receipts?.includes(receipt) === true))
      throw new Problem('approval.outdated');
    await openForRealMoney(tx, bankId);
    await writeAudit(tx, {
      action: 'bank.went_live',
      entityType: 'bank_integration',
      entityId: bankId,
      before: { environment: candidate.environment },
      after: {
        environment: 'LIVE',
        certification_id: candidate.run_id,
        ...(standing.length > 0 && { standing_receipts: standing }),
      },
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
