import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SupplierTerms } from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { lockSupplier, readSupplier } from './lock-supplier';
import type { SupplierRequestedDto, SupplierTermsBody } from './supplier-money.dto';

const TERMS_APPROVAL = 'supplier_terms';
/** What its version counts; who paid a supplier changed none of it. */
const TERMS = ['terms', 'low_balance'];

interface AgreedTerms {
  readonly terms: SupplierTerms;
  readonly low_balance: number;
  readonly version: number;
}

/** How a supplier is paid decides on which account every later delivery is booked: so two people decide it. */
@Injectable()
export class ChangeSupplierTerms implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(TERMS_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.carryOut(tx, entityId, payload as AgreedTerms),
    });
  }

  /** @throws Problem supplier.not_found, version.conflict, approval.pending */
  request(
    supplierId: number,
    { reason, terms, low_balance, version }: SupplierTermsBody,
  ): Promise<SupplierRequestedDto> {
    return this.database.transaction(async (tx) => {
      const { name } = await readSupplier(tx, supplierId);
      const id = await this.approvals.request(tx, {
        kind: TERMS_APPROVAL,
        entityType: 'penyedia',
        entityId: supplierId,
        summary: `Cara bayar pemasok ${name}`,
        payload: { terms, low_balance, version },
        reason,
      });
      const supplier = await lockSupplier(tx, supplierId);
      if (supplier.version !== version)
        throw await changedMeanwhile(tx, 'penyedia', supplierId, supplier.version, { fields: TERMS });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async carryOut(tx: Tx, supplierId: number, agreed: AgreedTerms): Promise<void> {
    const supplier = await lockSupplier(tx, supplierId);
    if (supplier.version !== agreed.version)
      throw await changedMeanwhile(tx, 'penyedia', supplierId, supplier.version, {
        fields: TERMS,
        asked: true,
      });
    await tx.query(
      'UPDATE penyedia SET terms = $2, low_balance = $3, version = version + 1, low_since = NULL WHERE id = $1',
      [supplierId, agreed.terms, agreed.low_balance],
    );
    await writeAudit(tx, {
      action: 'supplier.terms_changed',
      entityType: 'penyedia',
      entityId: supplierId,
      before: { terms: supplier.terms, low_balance: supplier.low_balance },
      after: { terms: agreed.terms, low_balance: agreed.low_balance },
    });
  }
}
