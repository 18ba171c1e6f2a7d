import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, rupiah } from '@tirtapay/domain';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { Shifts } from '../../../ground/collectors';
import type { CountBody } from '../dto/cash.dto';
import { COUNTER_SAYS } from '../sentences';
import { CountShift, type Counting, type WhoseShift } from './count-shift.service';

export const DIFFERENCE_APPROVAL = 'drawer_difference';

/** The end of a shift: counted, explained, and agreed by a second person when much is missing or left over. */
@Injectable()
export class CloseShift implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly counting: CountShift,
    private readonly shifts: Shifts,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(DIFFERENCE_APPROVAL, {
      approved: async (tx, { entityType, entityId, ...by }) => {
        if (entityType === 'shift_kas') await this.agreed(tx, entityId, by);
      },
      dropped: async (tx, { entityType, entityId }) => {
        if (entityType !== 'shift_kas') return;
        await this.shifts.lockToClose(tx, entityId);
        await this.shifts.reopen(tx, entityId);
      },
    });
  }

  /** @throws Problem counter.shift_not_found, counter.shift_not_open, counter.reason_needed */
  async close(id: number, body: CountBody, whose: WhoseShift = 'OWN'): Promise<void> {
    await this.counting.kept(id, () =>
      this.database.transaction(async (tx) => {
        const counting = await this.counting.take(tx, id, body, whose);
        if (!counting.decides) {
          await this.counting.close(tx, counting, body);
          return;
        }
        await this.counting.wait(tx, counting, body);
        await this.ask(tx, counting, body);
      }),
    );
  }

  private async ask(tx: Tx, counting: Counting, body: CountBody): Promise<void> {
    const { code } = await tx.one<{ code: string }>('SELECT code FROM loket_kas WHERE id = $1', [
      counting.drawerId,
    ]);
    await this.approvals.request(tx, {
      kind: DIFFERENCE_APPROVAL,
      entityType: 'shift_kas',
      entityId: counting.shiftId,
      summary: `Selisih kas ${formatRupiah(rupiah(counting.difference))} – ${code}, shift ${String(counting.shiftId)}`,
      payload: {
        drawer: code,
        expected: counting.expected,
        counted: counting.count,
        difference: counting.difference,
      },
      reason: body.reason ?? null,
    });
  }

  private async agreed(
    tx: Tx,
    id: number,
    { madeBy, decidedBy }: { readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    const shift = await this.shifts.lockToClose(tx, id);
    // Counted by a supervisor it is still the cashier's own difference.
    if (shift.cashier_id === decidedBy)
      throw new Problem('approval.same_person', { detail: COUNTER_SAYS.ownDifference });
    const { reason } = await tx.one<{ reason: string | null }>('SELECT reason FROM shift_kas WHERE id = $1', [
      id,
    ]);
    await this.counting.bookDifference(tx, {
      shiftId: id,
      drawerId: shift.drawer_id,
      difference: shift.difference ?? 0,
      reason,
      madeBy,
      decidedBy,
    });
    await this.shifts.agree(tx, id, decidedBy);
  }
}
