import { Injectable, type OnModuleInit } from '@nestjs/common';
import { businessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { SettlementCalendars } from '../calendar/settlement-calendars';
import type { DayAbsenceBody } from '../dto/day.dto';
import { RunAgain } from '../matching/run-again.service';
import { RECONCILIATION_SAYS } from '../sentences';
import { lockOpenDay, type LockedDay } from './lock-day';
import { awaitStatement, fileAbsent } from './missing-file';
import { OpenDay } from './open-day.service';

export const ABSENCE_APPROVAL = 'reconciliation_absence';

interface Order {
  readonly change: 'ABSENT' | 'AWAITED';
  readonly reason: string;
}

/**
 * No statement comes of a day, as two people find: everything of ours is settled without it, each by a decision. A file that
 * comes after all holds; and two people wait for it again.
 */
@Injectable()
export class DeclareAbsence implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly calendars: SettlementCalendars,
    private readonly days: OpenDay,
    private readonly again: RunAgain,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(ABSENCE_APPROVAL, {
      approved: (tx, { approvalId, entityId, payload, madeBy }) =>
        this.carryOut(tx, entityId, payload as Order, { approvalId, madeBy }),
    });
  }

  /** @throws Problem reconciliation.not_found, reconciliation.closed, approval.pending, request.invalid where it says nothing new, or nobody waits */
  request(dayId: number, { absent, reason }: DayAbsenceBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const day = await lockOpenDay(tx, dayId);
      assertNew(day, absent);
      const { name } = await tx.one<{ name: string }>('SELECT name FROM penerima WHERE id = $1', [
        day.collector_id,
      ]);
      return this.approvals.request(tx, {
        kind: ABSENCE_APPROVAL,
        entityType: 'rekonsiliasi',
        entityId: dayId,
        summary: `${absent ? 'Tidak ada berkas' : 'Berkas ditunggu lagi'}: ${name} ${day.settlement_date}`,
        payload: {
          bank: name,
          settlement_date: day.settlement_date,
          change: absent ? 'ABSENT' : 'AWAITED',
          reason,
        },
        reason,
      });
    });
  }

  private async carryOut(
    tx: Tx,
    dayId: number,
    { change, reason }: Order,
    { approvalId, madeBy }: { readonly approvalId: number; readonly madeBy: number },
  ): Promise<void> {
    const day = await lockOpenDay(tx, dayId);
    const absent = change === 'ABSENT';
    assertNew(day, absent);
    await tx.query('UPDATE rekonsiliasi SET absence_id = $2 WHERE id = $1', [
      dayId,
      absent ? approvalId : null,
    ]);
    await this.days.note(tx, dayId, change, { reason }, madeBy);
    await writeAudit(tx, {
      action: absent ? 'reconciliation.absent' : 'reconciliation.awaited',
      entityType: 'rekonsiliasi',
      entityId: dayId,
      after: { reason },
    });
    if (absent) await fileAbsent(tx, dayId, this.clock.date());
    else await this.waitAgain(tx, day);
    // Without a file everything of ours is missing there.
    await this.again.later(tx, dayId, madeBy);
  }

  /** Behind an end only because of what is on it, as any other day there. */
  private async waitAgain(tx: Tx, day: LockedDay): Promise<void> {
    const calendar = await this.calendars.begun(tx, day.collector_id);
    const expected = await this.calendars.isExpected(tx, calendar, businessDate(day.settlement_date));
    await awaitStatement(tx, day, expected, this.clock.date());
  }
}

/** @throws Problem request.invalid */
function assertNew(day: LockedDay, absent: boolean): void {
  const refused =
    day.file_id !== null
      ? RECONCILIATION_SAYS.hasFile
      : (day.absence_id !== null) === absent
        ? RECONCILIATION_SAYS.saidAlready
        : absent && !day.expected
          ? RECONCILIATION_SAYS.behindTheEnd
          : null;
  if (refused !== null)
    throw new Problem('request.invalid', {
      errors: [{ pointer: '/absent', code: 'not_applicable', message: refused }],
    });
}
