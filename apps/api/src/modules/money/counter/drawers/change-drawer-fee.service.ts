import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { Drawers } from '../../../ground/collectors';
import type { DrawerFeeBody, DrawerRequestedDto } from '../dto/drawer.dto';
import { COUNTER_SAYS } from '../sentences';

export const FEE_APPROVAL = 'drawer_fee';

interface AgreedFee {
  readonly admin_fee: number;
  readonly before: { readonly admin_fee: number };
}

/**
 * What a counter asks for itself is money of every payer: two people decide it, also of a counter that is new. It is asked of
 * bills that are looked up from then on; a payment made with the fee of before is refused with the new total, as whenever a
 * sheet has changed.
 */
@Injectable()
export class ChangeDrawerFee implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly drawers: Drawers,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(FEE_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.carryOut(tx, entityId, payload as AgreedFee),
    });
  }

  /** @throws Problem counter.drawer_not_found, approval.pending, request.invalid when it is the fee of now */
  request(drawerId: number, { admin_fee: fee, reason }: DrawerFeeBody): Promise<DrawerRequestedDto> {
    return this.database.transaction(async (tx) => ({
      approval_id: await this.ask(tx, drawerId, fee, reason),
      status: 'PENDING' as const,
    }));
  }

  /** Inside the transaction that adds the counter, or of a request of its own. */
  async ask(tx: Tx, drawerId: number, fee: number, reason: string | null): Promise<number> {
    const { code, admin_fee: before } = await this.drawers.fee(tx, drawerId);
    if (before === fee)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/admin_fee', code: 'unchanged', message: COUNTER_SAYS.sameFee }],
      });
    return this.approvals.request(tx, {
      kind: FEE_APPROVAL,
      entityType: 'loket_kas',
      entityId: drawerId,
      summary: `Biaya loket ${formatRupiah(rupiah(fee))} per pembayaran – ${code}`,
      payload: { drawer: code, admin_fee: fee, before: { admin_fee: before } },
      reason,
    });
  }

  /** @throws Problem approval.outdated when the fee is another by now */
  private async carryOut(tx: Tx, drawerId: number, { admin_fee: fee, before }: AgreedFee): Promise<void> {
    await this.drawers.lock(tx, drawerId);
    const now = await this.drawers.fee(tx, drawerId);
    if (now.admin_fee !== before.admin_fee) throw new Problem('approval.outdated');
    await this.drawers.changeFee(tx, drawerId, fee);
    await writeAudit(tx, {
      action: 'drawer.fee_changed',
      entityType: 'loket_kas',
      entityId: drawerId,
      before,
      after: { admin_fee: fee },
    });
  }
}
