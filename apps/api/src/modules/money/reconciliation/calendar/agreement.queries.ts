import { Injectable } from '@nestjs/common';
import { addDays, standingEnd, type ApprovalKind } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf } from '../../../../platform/database';
import { AgreeOldDays } from '../days/agree-old-days.service';
import type { AgreementDto } from '../dto/agreement.dto';
import type { SettlementAgreement } from '../entities/settlement-agreement.entity';
import type { OldDays } from '../entities/old-days.entity';
import type { StatementEnding } from '../entities/statement-ending.entity';
import { statementOwner } from '../statements/statement-owner';
import { TERMS_APPROVAL } from './agree-terms.service';
import { agreedTerms } from './agreed-terms';
import { END_APPROVAL } from './end-reconciliation.service';
import { leftToSettle } from './left-to-settle';
import { SettlementCalendars, type Reader, type StatementCalendar } from './settlement-calendars';

/** What was agreed with a bank, supplier or partner about its days. */
@Injectable()
export class AgreementQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
    private readonly oldDays: AgreeOldDays,
  ) {}

  /** @throws Problem reconciliation.collector_not_found */
  async of(bankId: number): Promise<AgreementDto> {
    const reader: Reader = { query: this.database.screen.bind(this.database) };
    const owner = await statementOwner(reader, bankId);
    const calendar = await this.calendars.of(reader, bankId);
    const oldDays = await this.agreed(bankId);
    return {
      bank_id: bankId,
      bank_name: owner.name,
      statement: owner.kind,
      reconcile_from: calendar?.reconcileFrom ?? null,
      terms: await this.terms(bankId),
      holidays: await this.database.screen<{ day: string; name: string }>(
        'SELECT day, name FROM hari_libur_bank WHERE collector_id = $1 ORDER BY day DESC LIMIT 200',
        [bankId],
      ),
      mappings: await this.database.screen<AgreementDto['mappings'][number] & object>(
        `SELECT DISTINCT ON (name) id, name, version, mapping FROM pemetaan_berkas WHERE collector_id = $1 ORDER BY name, version DESC`,
        [bankId],
      ),
      old_days: oldDays,
      old_days_over: calendar !== null && this.oldDays.over(calendar),
      old_days_due:
        oldDays?.due ?? (calendar === null || owner.kind !== 'BANK' ? 0 : await this.due(bankId, calendar)),
      last_day: calendar === null ? null : (standingEnd(calendar.ends)?.lastDay ?? null),
      endings: await this.endings(bankId),
      left: calendar === null ? null : await this.left(reader, calendar),
      ending_id: await this.waiting(bankId, END_APPROVAL),
      terms_id: await this.waiting(bankId, TERMS_APPROVAL),
    };
  }

  /** Of the days that are over by now, up to the last. */
  private left(reader: Reader, calendar: StatementCalendar): Promise<NonNullable<AgreementDto['left']>> {
    const yesterday = addDays(this.clock.businessDate(), -1);
    const last = standingEnd(calendar.ends)?.lastDay ?? yesterday;
    return leftToSettle(
      reader,
      calendar,
      (date) => this.calendars.windows(calendar, date),
      last < yesterday ? last : yesterday,
    );
  }

  /** A sum over all that was ever paid before: not on the connections of screens, and once agreed on it changes no more. */
  private due(bankId: number, calendar: StatementCalendar): Promise<number> {
    return this.oldDays.due({ query: this.database.report.bind(this.database) }, bankId, calendar);
  }

  private async endings(bankId: number): Promise<AgreementDto['endings']> {
    const rows = await this.database.screen<
      RowOf<StatementEnding, 'lastDay' | 'resumesOn' | 'reason'> & {
        readonly made_by: string;
        readonly decided_by: string;
        readonly at: Date;
      }
    >(
      `SELECT e.last_day, e.resumes_on, e.reason, m.name AS made_by, d.name AS decided_by, e.decided_at AS at
       FROM rekonsiliasi_akhir e JOIN orang m ON m.id = e.made_by JOIN orang d ON d.id = e.decided_by
       WHERE e.collector_id = $1 ORDER BY e.id DESC LIMIT 100`,
      [bankId],
    );
    return rows.map(({ at, ...ending }) => ({ ...ending, decided_at: this.clock.textOf(at) }));
  }

  private async waiting(bankId: number, kind: ApprovalKind): Promise<number | null> {
    const [waiting] = await this.database.screen<{ id: number }>(
      "SELECT id FROM persetujuan WHERE kind = $2 AND entity_type = 'ketentuan_setelmen' AND entity_id = $1 AND status = 'PENDING'",
      [bankId, kind],
    );
    return waiting?.id ?? null;
  }

  private async terms(bankId: number): Promise<AgreementDto['terms']> {
    const rows = await this.database.screen<RowOf<SettlementAgreement, keyof SettlementAgreement> & object>(
      'SELECT * FROM ketentuan_setelmen WHERE collector_id = $1 ORDER BY valid_from DESC',
      [bankId],
    );
    return rows.map(agreedTerms);
  }

  private async agreed(bankId: number): Promise<AgreementDto['old_days']> {
    const [row] = await this.database.screen<
      RowOf<OldDays, 'through' | 'due' | 'agreed' | 'letter'> & { readonly claimed: number }
    >(
      'SELECT through, due, agreed, due - agreed AS claimed, letter FROM rekonsiliasi_awal WHERE collector_id = $1',
      [bankId],
    );
    return row ?? null;
  }
}
