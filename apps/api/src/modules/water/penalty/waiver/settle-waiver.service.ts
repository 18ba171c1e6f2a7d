import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sumRupiah, type ApprovalState } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, type SettledAboutRow } from '../../../ground/approvals';
import type { WaiverEffectDto } from '../dto/waiver.dto';
import type { OverdueRow } from '../overdue-bills';
import { PolicyBook } from '../policy-book';
import { assertProposable, lastFixedDay } from './new-waiver';
import { assertRevocable } from './propose-waiver.service';
import { lockWaiver, toWaiver, WAIVER_APPROVAL } from './stored-waiver';
import { planWaiver } from './waivable-bills';

interface Payload {
  readonly change: 'CREATE' | 'REVOKE';
  /** Of CREATE: the figures the second person sees. */
  readonly waiver_effect?: WaiverEffectDto;
}

/**
 * What two people agreed on, in the transaction of the decision: the budget is handed out to the bills the programme is for
 * as they stand now, once and for all. From then on a payment asks nobody what is left.
 */
@Injectable()
export class SettleWaiver implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly clock: Clock,
    private readonly book: PolicyBook,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(WAIVER_APPROVAL, {
      approved: (tx, settled) => this.settle(tx, settled),
      dropped: (tx, settled) => this.settle(tx, settled),
    });
  }

  private async settle(tx: Tx, { entityId: id, end: status, payload }: SettledAboutRow): Promise<void> {
    const { change, waiver_effect: seen } = payload as Payload;
    if (change === 'CREATE') await this.begin(tx, id, status, seen?.reserved ?? 0);
    else if (status === 'APPROVED') await this.end(tx, id);
  }

  /**
   * One programme at a time, so that no bill is promised to by two.
   * @param seen what it was to set aside when it was asked for; bills issued since may make it more
   */
  private async begin(tx: Tx, id: number, status: ApprovalState, seen: number): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('program_pemutihan'))");
    const programme = await lockWaiver(tx, id);
    const shares = status === 'APPROVED' ? await this.handOut(tx, id, programme) : null;
    if (shares !== null && shares.reserved > seen) throw new Problem('approval.outdated');
    await tx.query('UPDATE program_pemutihan SET status = $2, version = version + 1 WHERE id = $1', [
      id,
      status,
    ]);
    await writeAudit(tx, {
      action: shares === null ? 'waiver.dropped' : 'waiver.approved',
      entityType: 'program_pemutihan',
      entityId: id,
      before: { status: programme.status },
      after: { status, ...shares },
    });
  }

  private async handOut(tx: Tx, id: number, programme: Parameters<typeof toWaiver>[0]) {
    assertProposable(programme, this.clock);
    const { within } = await planWaiver(
      (sql, values) => tx.query<OverdueRow & object>(sql, values),
      toWaiver(programme),
      await this.book.current(),
      this.clock.businessDate(),
    );
    await tx.query(
      `INSERT INTO pemutihan_jatah (programme_id, bill_id, reserved)
       SELECT $1, s.bill_id, s.reserved FROM unnest($2::bigint[], $3::bigint[]) AS s (bill_id, reserved) ORDER BY s.bill_id`,
      [id, within.map(({ bill }) => bill.id), within.map(({ reserved }) => reserved)],
    );
    return { bills: within.length, reserved: sumRupiah(within.map(({ reserved }) => reserved)) };
  }

  private async end(tx: Tx, id: number): Promise<void> {
    const programme = await lockWaiver(tx, id);
    const lastDay = lastFixedDay(this.clock);
    assertRevocable(programme, lastDay);
    await tx.query('UPDATE program_pemutihan SET revoked_on = $2, version = version + 1 WHERE id = $1', [
      id,
      lastDay,
    ]);
    await writeAudit(tx, {
      action: 'waiver.revoked',
      entityType: 'program_pemutihan',
      entityId: id,
      before: { last_day: programme.valid_to },
      after: { last_day: lastDay },
    });
  }
}
