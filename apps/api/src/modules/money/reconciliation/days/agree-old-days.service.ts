import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, formatRupiah, oldDaysAgreed, rupiah, settlesOn, nextSettlementDay } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { PostJournals } from '../../../ground/ledger';
import { SettlementCalendars, type StatementCalendar } from '../calendar/settlement-calendars';
import type { OldDaysBody } from '../dto/day.dto';
import type { StoredWindow } from '../entities/reconciliation.entity';
import { RECONCILIATION_SAYS } from '../sentences';
import { statementOwner } from '../statements/statement-owner';

export const OLD_DAYS_APPROVAL = 'reconciliation_old_days';

interface OldDaysOrder {
  readonly due: number;
  readonly agreed: number;
  readonly letter: string;
  readonly reason: string;
}

/** The days before reconciliation began are closed together, by the bank's balance letter and two people. */
@Injectable()
export class AgreeOldDays implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly journals: PostJournals,
    private readonly calendars: SettlementCalendars,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(OLD_DAYS_APPROVAL, {
      approved: (tx, { entityId, payload, madeBy, decidedBy }) =>
        this.carryOut(tx, entityId, payload as OldDaysOrder, { madeBy, decidedBy }),
    });
  }

  /**
   * @throws Problem bank.not_found, reconciliation.not_begun, reconciliation.old_days_agreed, approval.pending,
   *   request.invalid while the old days go on
   */
  request({ bank_id: bankId, agreed, letter, reason }: OldDaysBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const calendar = await this.calendars.begun(tx, bankId);
      // Only a bank can owe something of the days before.
      if ((await statementOwner(tx, bankId)).kind !== 'BANK') throw new Problem('bank.not_found');
      await this.assertOpen(tx, bankId);
      this.assertOver(calendar);
      const due = await this.due(tx, bankId, calendar);
      const { name } = await tx.one<{ name: string }>('SELECT name FROM penerima WHERE id = $1', [bankId]);
      return this.approvals.request(tx, {
        kind: OLD_DAYS_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Penutupan hari-hari lama ${name} sampai ${addDays(calendar.reconcileFrom, -1)}: ${formatRupiah(rupiah(agreed))}`,
        payload: { bank: name, due, agreed, claimed: due - agreed, letter, reason },
        reason,
      });
    }, 'report');
  }

  /** What the books say the bank owes of the days before the first that is reconciled. */
  async due(reader: { query: Tx['query'] }, bankId: number, calendar: StatementCalendar): Promise<number> {
    const [row] = await reader.query<{ due: number }>(
      `SELECT coalesce(sum(CASE p.kind WHEN 'REVERSAL' THEN -p.amount ELSE p.amount END), 0)::bigint AS due
       FROM (SELECT w.channel, min(w."from") AS first FROM jsonb_to_recordset($2::jsonb) AS w (channel text, "from" timestamptz) GROUP BY 1) w
       JOIN pembayaran p ON p.collector_id = $1 AND p.channel = w.channel AND p.posted_at < w.first
       WHERE p.kind IN ('PAYMENT', 'REVERSAL')`,
      [bankId, JSON.stringify(this.firstWindows(calendar))],
    );
    return row?.due ?? 0;
  }

  /** What the first day that is reconciled holds of each channel; what was paid before is of the old days. */
  private firstWindows(calendar: StatementCalendar): StoredWindow[] {
    const { reconcileFrom } = calendar;
    const first = settlesOn(reconcileFrom, calendar)
      ? reconcileFrom
      : nextSettlementDay(reconcileFrom, calendar);
    return this.calendars.windows(calendar, first);
  }

  /** Whether the first day that is reconciled has begun: until then more is paid that is of the days before. */
  over(calendar: StatementCalendar): boolean {
    return this.firstWindows(calendar).every(({ from }) => Date.parse(from) <= this.clock.now());
  }

  /** They are agreed on once: what is paid after that, before the first day begins, nobody could ever settle. */
  private assertOver(calendar: StatementCalendar): void {
    if (!this.over(calendar))
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/bank_id', code: 'out_of_range', message: RECONCILIATION_SAYS.oldDaysGoOn }],
      });
  }

  /** Only what was asked for: a payment of days that are over can neither come nor go meanwhile. */
  private async carryOut(
    tx: Tx,
    bankId: number,
    { due, agreed, letter, reason }: OldDaysOrder,
    by: { readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    await tx.query('SELECT FROM bank_integration WHERE id = $1 FOR NO KEY UPDATE', [bankId]);
    await this.assertOpen(tx, bankId);
    const calendar = await this.calendars.begun(tx, bankId);
    this.assertOver(calendar);
    // A sum over all that was ever paid before, of which a large bank has many millions.
    await tx.query("SET LOCAL statement_timeout = '30s'");
    if ((await this.due(tx, bankId, calendar)) !== due) throw new Problem('reconciliation.changed');
    const lines = oldDaysAgreed({ collectorId: bankId, agreed: rupiah(agreed), due: rupiah(due) });
    const [journalId] =
      lines.length === 0
        ? []
        : await this.journals.post(tx, [
            {
              event: 'reconciliation.old_days_agreed',
              entityType: 'bank_integration',
              entityId: bankId,
              businessDate: this.clock.businessDate(),
              lines,
            },
          ]);
    const through = addDays(calendar.reconcileFrom, -1);
    await tx.query(
      `INSERT INTO rekonsiliasi_awal (collector_id, through, due, agreed, letter, note, journal_id, made_by, decided_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        bankId,
        through,
        due,
        agreed,
        letter,
        reason,
        journalId ?? null,
        by.madeBy,
        by.decidedBy,
        this.clock.date(),
      ],
    );
    await writeAudit(tx, {
      action: 'reconciliation.old_days_agreed',
      entityType: 'bank_integration',
      entityId: bankId,
      after: { through, due, agreed, letter },
    });
  }

  private async assertOpen(tx: Tx, bankId: number): Promise<void> {
    const [agreed] = await tx.query('SELECT 1 FROM rekonsiliasi_awal WHERE collector_id = $1', [bankId]);
    if (agreed !== undefined) throw new Problem('reconciliation.old_days_agreed');
  }
}
