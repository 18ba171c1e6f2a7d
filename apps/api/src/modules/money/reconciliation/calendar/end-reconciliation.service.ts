import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, businessDate, businessDateOf, standingEnd, type BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import type { EndReconciliationBody, LeftToSettleDto, ResumeReconciliationBody } from '../dto/agreement.dto';
import { RECONCILIATION_SAYS } from '../sentences';
import { statementOwner } from '../statements/statement-owner';
import { noDayInHand } from './days-in-hand';
import { assertNobodyElseKeeps } from './keeper-of-our-account';
import { leftToSettle } from './left-to-settle';
import { SettlementCalendars, type StatementCalendar } from './settlement-calendars';
import { WaitBehindEnds } from './wait-behind-ends.service';

export const END_APPROVAL = 'reconciliation_end';

/** What is not over of its days, as whoever asks and whoever decides sees it. */
type Left = Omit<LeftToSettleDto, 'through'>;

/** What a second person is shown and what is carried out. */
interface EndOrder {
  readonly last_day: string;
  /** Null: it ends. */
  readonly resumes_on: string | null;
  readonly reason: string;
}

/**
 * A bank, supplier or partner that has gone sends no statements any more: two people agree on its last day. Days up to it stay
 * what they are, and so does any later day on which something of ours is. The way back is theirs as well: begun again from a
 * day on, on the very next one as if it had never ended.
 */
@Injectable()
export class EndReconciliation implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly calendars: SettlementCalendars,
    private readonly waiting: WaitBehindEnds,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(END_APPROVAL, {
      approved: (tx, { approvalId, entityId, payload, madeBy, decidedBy }) =>
        this.carryOut(
          tx,
          entityId,
          { resumes_on: null, ...(payload as Omit<EndOrder, 'resumes_on'> & Partial<Left>) },
          { approvalId, madeBy, decidedBy },
        ),
    });
  }

  /** @throws Problem reconciliation.collector_not_found, reconciliation.not_begun, reconciliation.ended, request.invalid, approval.pending */
  requestEnd(collectorId: number, { last_day, reason }: EndReconciliationBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const order = { last_day, resumes_on: null, reason };
      const calendar = await this.checked(tx, collectorId, order);
      return this.ask(tx, collectorId, order, await this.left(tx, calendar, businessDate(last_day)));
    }, 'report');
  }

  /** @throws Problem reconciliation.collector_not_found, reconciliation.not_begun, reconciliation.not_ended, request.invalid, approval.pending */
  requestResumption(collectorId: number, { resumes_on, reason }: ResumeReconciliationBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const calendar = await this.calendars.begun(tx, collectorId);
      const end = standingEnd(calendar.ends);
      if (end === null) throw new Problem('reconciliation.not_ended');
      const order = { last_day: end.lastDay, resumes_on, reason };
      await this.checked(tx, collectorId, order);
      return this.ask(tx, collectorId, order, {});
    });
  }

  private async ask(tx: Tx, collectorId: number, order: EndOrder, left: object): Promise<number> {
    const { name } = await statementOwner(tx, collectorId);
    return this.approvals.request(tx, {
      kind: END_APPROVAL,
      entityType: 'ketentuan_setelmen',
      entityId: collectorId,
      summary:
        order.resumes_on === null
          ? `Rekonsiliasi ${name} berakhir pada ${order.last_day}`
          : `Rekonsiliasi ${name} dilanjutkan mulai ${order.resumes_on}`,
      payload: {
        last_day: order.last_day,
        ...(order.resumes_on !== null && { resumes_on: order.resumes_on }),
        ...left,
        reason: order.reason,
      },
      reason: order.reason,
    });
  }

  /** Of terms that are locked: neither a file nor another decision comes between. */
  private async checked(tx: Tx, collectorId: number, order: EndOrder): Promise<StatementCalendar> {
    await tx.query('SELECT FROM penerima WHERE id = $1 FOR NO KEY UPDATE', [collectorId]);
    await noDayInHand(tx, collectorId);
    await statementOwner(tx, collectorId);
    const calendar = await this.calendars.begun(tx, collectorId);
    const end = standingEnd(calendar.ends);
    if (order.resumes_on === null) {
      if (end !== null) throw new Problem('reconciliation.ended');
      await this.assertMayEnd(tx, calendar, businessDate(order.last_day));
    } else {
      if (end?.lastDay !== order.last_day) throw new Problem('reconciliation.not_ended');
      if (order.resumes_on <= order.last_day)
        throw invalid('/resumes_on', RECONCILIATION_SAYS.resumesTooEarly);
      const keeps = calendar.keepsOurAccountFrom(businessDate(order.resumes_on));
      if (keeps !== null) await assertNobodyElseKeeps(tx, collectorId, keeps, '/resumes_on');
    }
    return calendar;
  }

  private async assertMayEnd(tx: Tx, calendar: StatementCalendar, lastDay: BusinessDate): Promise<void> {
    if (lastDay < calendar.reconcileFrom) throw invalid('/last_day', RECONCILIATION_SAYS.endBeforeBeginning);
    if (calendar.keepsOurAccount(addDays(lastDay, 1)))
      throw invalid('/last_day', RECONCILIATION_SAYS.keepsOurAccount);
    // Whoever is at work on such a day is done first.
    await tx.query(
      'SELECT FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date > $2 ORDER BY settlement_date FOR UPDATE',
      [calendar.collectorId, lastDay],
    );
    const [after] = await tx.query(
      `SELECT 1 FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.settlement_date > $2 AND (r.file_id IS NOT NULL OR r.state = 'CLOSED'
         OR EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id AND d.state = 'ADJUSTED')) LIMIT 1`,
      [calendar.collectorId, lastDay],
    );
    if (after !== undefined) throw invalid('/last_day', RECONCILIATION_SAYS.fileAfterEnd);
  }

  private async left(tx: Tx, calendar: StatementCalendar, lastDay: BusinessDate): Promise<Left> {
    const { through: _, ...left } = await leftToSettle(
      tx,
      calendar,
      (date) => this.calendars.windows(calendar, date),
      this.overBy(lastDay),
    );
    return left;
  }

  /**
   * What is left was what the second person agreed to. Of a last day that was ahead it is not: until then its days go on, and
   * what they leave is another thing every morning. Nor is the balance of a supplier or partner: whoever still sells through it
   * moves it, on days the end has nothing to do with.
   * @throws Problem approval.outdated
   */
  private async assertAsSeen(
    tx: Tx,
    calendar: StatementCalendar,
    { last_day: lastDay, ...seen }: EndOrder & Partial<Left>,
    approvalId: number,
  ): Promise<void> {
    const { asked } = await tx.one<{ asked: Date }>(
      'SELECT made_at AS asked FROM persetujuan WHERE id = $1',
      [approvalId],
    );
    if (lastDay >= businessDateOf(asked.getTime(), this.clock.zone)) return;
    await tx.query("SET LOCAL statement_timeout = '30s'");
    const { held, ...left } = await this.left(tx, calendar, businessDate(lastDay));
    const compared = calendar.kind === 'BANK' ? { held, ...left } : left;
    if (Object.entries(compared).some(([what, value]) => seen[what as keyof Left] !== value))
      throw new Problem('approval.outdated', { detail: RECONCILIATION_SAYS.leftChanged });
  }

  private async carryOut(
    tx: Tx,
    collectorId: number,
    order: EndOrder & Partial<Left>,
    by: { readonly approvalId: number; readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    const calendar = await this.checked(tx, collectorId, order);
    if (order.resumes_on === null) await this.assertAsSeen(tx, calendar, order, by.approvalId);
    await tx.query(
      `INSERT INTO rekonsiliasi_akhir (collector_id, last_day, resumes_on, reason, approval_id, made_by, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        collectorId,
        order.last_day,
        order.resumes_on,
        order.reason,
        by.approvalId,
        by.madeBy,
        by.decidedBy,
        this.clock.date(),
      ],
    );
    await this.waiting.behind(tx, await this.calendars.begun(tx, collectorId), order.last_day);
    await writeAudit(tx, {
      action: order.resumes_on === null ? 'reconciliation.ended' : 'reconciliation.resumed',
      entityType: 'penerima',
      entityId: collectorId,
      after: { last_day: order.last_day, resumes_on: order.resumes_on, reason: order.reason },
    });
  }

  /** The last of the days up to that one that can be settled by now. */
  private overBy(lastDay: BusinessDate): BusinessDate {
    const yesterday = addDays(this.clock.businessDate(), -1);
    return lastDay < yesterday ? lastDay : yesterday;
  }
}

function invalid(pointer: string, message: Sentence): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code: 'out_of_range', message }] });
}
