import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database, violatedConstraint, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../../ground/approvals';
import { Collectors } from '../../ground/collectors';
import { BankDirectory } from './bank-directory';
import type { ApprovalRequestedDto, CreateBankBody } from './dto/bank.dto';

const BANK_APPROVAL = 'bank';

type NewBank = Omit<CreateBankBody, 'reason'>;

/**
 * A bank begins in the sandbox with no address it may call from and no key: nothing is open until two people opened it.
 * Its code becomes the prefix of receipt numbers and never changes.
 */
@Injectable()
export class CreateBank implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly directory: BankDirectory,
    private readonly collectors: Collectors,
  ) {}

  onModuleInit(): void {
    this.followUps.on(BANK_APPROVAL, {
      approved: (tx, event) => this.create(tx, event.payload as NewBank),
    });
  }

  /** @throws Problem bank.duplicate */
  async request({ reason, ...bank }: CreateBankBody): Promise<ApprovalRequestedDto> {
    return this.database.transaction(async (tx) => {
      const known = await tx.query('SELECT FROM penerima WHERE series = $1', [bank.code]);
      if (known.length > 0) throw new Problem('bank.duplicate');
      const id = await this.approvals.request(tx, {
        kind: BANK_APPROVAL,
        entityType: 'bank_integration',
        entityId: null,
        summary: `Bank baru ${bank.name} (${bank.code})`,
        payload: bank,
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async create(tx: Tx, { code, name }: NewBank): Promise<void> {
    const id = await this.collectors.addBank(tx, { series: code, name }).catch((error: unknown) => {
      if (violatedConstraint(error) === 'penerima_series_key') throw new Problem('bank.duplicate');
      throw error;
    });
    await tx.query('INSERT INTO bank_integration (id, code, name) VALUES ($1, $2, $3)', [id, code, name]);
    await writeAudit(tx, {
      action: 'bank.created',
      entityType: 'bank_integration',
      entityId: id,
      after: { code, name },
    });
    this.directory.forget();
  }
}
