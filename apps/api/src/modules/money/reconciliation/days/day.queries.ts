import { Injectable } from '@nestjs/common';
import type { ApprovalKind } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type RowOf } from '../../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { DayDetailDto, DayDto } from '../dto/day.dto';
import type { ReconciliationEvent } from '../entities/reconciliation-event.entity';
import type { Withdrawal } from '../entities/withdrawal.entity';
import { FileQueries } from '../files/file.queries';
import { REOPENING_APPROVAL } from './close-day.service';
import { ABSENCE_APPROVAL } from './declare-absence.service';
import { DAY_DETAILS, DAY_FROM, DAY_LIST, DAY_SELECT, type DayRow } from './day-list';
import { DAY_TOTALS, type DayTotals } from './day-totals';
import { preparersOf } from './preparers';

@Injectable()
export class DayQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileQueries,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<DayDto>> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<DayDto> {
    return listAll(this.database, this.list(), parameters);
  }

  /** @throws Problem reconciliation.not_found */
  async one(id: number): Promise<DayDetailDto> {
    const [row] = await this.database.screen<DayRow & object>(
      `SELECT ${DAY_SELECT} FROM ${DAY_FROM} ${DAY_DETAILS} WHERE r.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('reconciliation.not_found');
    const day = this.toDto(row);
    const reader = { query: this.database.screen.bind(this.database) };
    const [totals] = await this.database.screen<DayTotals & object>(DAY_TOTALS, [id]);
    const preparers = await preparersOf(reader, id);
    const staff = currentStaff();
    const prepared = preparers.some((person) => person.id === staff.id);
    return {
      ...day,
      sums: await this.sums(id),
      files: await this.files.ofDay(day.bank_id, day.settlement_date),
      events: await this.events(id),
      withdrawals: await this.withdrawals(id),
      received: totals?.received ?? 0,
      charged: totals?.charged ?? 0,
      cleared: totals?.cleared ?? 0,
      claimed: totals?.claimed ?? 0,
      claim_settled: totals?.claim_settled ?? 0,
      moved: totals?.moved ?? 0,
      prepared_by: preparers.map(({ name }) => name),
      can_close:
        day.state === 'OPEN' &&
        (day.has_file || day.absent) &&
        day.run_at !== null &&
        day.open_items === 0 &&
        !prepared &&
        staff.permissions.has('reconciliation.close'),
      reopening_id: await this.waiting(id, REOPENING_APPROVAL),
      absence_request_id: await this.waiting(id, ABSENCE_APPROVAL),
    };
  }

  private sums(id: number): Promise<DayDetailDto['sums']> {
    return this.database.screen<DayDetailDto['sums'][number] & object>(
      `SELECT d.type, d.state, count(*)::int AS count, sum(d.our_amount)::bigint AS our_amount, sum(d.bank_amount)::bigint AS bank_amount,
         sum(d.fee)::bigint AS fee, sum(d.difference)::bigint AS difference
       FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [id],
    );
  }

  private async events(id: number): Promise<DayDetailDto['events']> {
    const rows = await this.database.screen<
      RowOf<ReconciliationEvent, 'kind' | 'detail'> & { made_by: string | null; at: Date }
    >(
      `SELECT e.kind, e.detail, o.name AS made_by, e.made_at AS at FROM rekonsiliasi_peristiwa e LEFT JOIN orang o ON o.id = e.made_by
       WHERE e.reconciliation_id = $1 ORDER BY e.id DESC LIMIT 100`,
      [id],
    );
    return rows.map(({ at, ...event }) => ({ ...event, made_at: this.clock.textOf(at) }));
  }

  private async withdrawals(id: number): Promise<DayDetailDto['withdrawals']> {
    const rows = await this.database.screen<
      RowOf<Withdrawal, 'type' | 'action' | 'claimed' | 'letterNumber' | 'note' | 'reason'> & {
        id: number;
        made_by: string;
        decided_by: string;
        withdrawn_by: string;
        agreed_by: string;
        at: Date;
      }
    >(
      `SELECT w.id, w.type, w.action, w.claimed, w.letter_number, w.note, w.reason, m.name AS made_by, d.name AS decided_by,
         o.name AS withdrawn_by, a.name AS agreed_by, w.withdrawn_at AS at
       FROM rekonsiliasi_penarikan w JOIN orang m ON m.id = w.made_by JOIN orang d ON d.id = w.decided_by
       JOIN orang o ON o.id = w.withdrawn_by JOIN orang a ON a.id = w.agreed_by
       WHERE w.reconciliation_id = $1 ORDER BY w.id DESC LIMIT 100`,
      [id],
    );
    return rows.map(({ at, ...withdrawal }) => ({ ...withdrawal, withdrawn_at: this.clock.textOf(at) }));
  }

  private async waiting(id: number, kind: ApprovalKind): Promise<number | null> {
    const [waiting] = await this.database.screen<{ id: number }>(
      "SELECT id FROM persetujuan WHERE kind = $2 AND entity_type = 'rekonsiliasi' AND entity_id = $1 AND status = 'PENDING'",
      [id, kind],
    );
    return waiting?.id ?? null;
  }

  private list(): ListDefinition<DayRow, DayDto> {
    return { ...DAY_LIST, map: (row) => this.toDto(row) };
  }

  private toDto(row: DayRow): DayDto {
    return { ...row, run_at: this.clock.textOf(row.run_at), closed_at: this.clock.textOf(row.closed_at) };
  }
}
