import { Injectable } from '@nestjs/common';
import {
  addDays,
  businessDate,
  daysBetween,
  endBefore,
  isBusinessDate,
  settlesOn,
  standingEnd,
  STATEMENT_KINDS,
  type BusinessDate,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { SettlementCalendars, type Reader, type StatementCalendar } from '../calendar/settlement-calendars';
import type { OverviewDto, OverviewQuery, OverviewState } from '../dto/day.dto';
import { HAS_STATEMENT } from '../statements/statement-owner';
import type { DayState } from '../states';
import { OPEN_AGES, OPEN_DIFFERENCE } from './open-differences';

const LONGEST = 62;
const USUAL = 14;
const AGES = OPEN_AGES.map(({ days, least, most }) => `('${days}', ${String(least)}, ${String(most)})`).join(
  ', ',
);

interface KnownDay {
  readonly bank_id: number;
  readonly date: string;
  readonly id: number;
  readonly state: DayState;
  /** There is something to settle: its file, or the word of two people that none comes. */
  readonly in_hand: boolean;
  readonly open_items: number;
  readonly open_amount: number;
}

/** Days × banks, suppliers and partners: what is closed, what is open, where a file is missing; and how old what is open is. */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
  ) {}

  /** At most 62 days from the first; the answer says which. */
  async overview(query: OverviewQuery): Promise<OverviewDto> {
    const { from, to } = this.span(query);
    const banks = await this.database.screen<
      Omit<OverviewDto['banks'][number], 'reconcile_from' | 'last_day' | 'days'> & {
        readonly begun: boolean;
      } & object
    >(
      `SELECT c.id AS bank_id, c.series AS bank_code, c.name AS bank_name, c.kind AS statement,
         EXISTS (SELECT FROM ketentuan_setelmen k WHERE k.collector_id = c.id) AS begun FROM penerima c WHERE ${HAS_STATEMENT}
       ORDER BY array_position($1::text[], c.kind), c.series`,
      [STATEMENT_KINDS],
    );
    const days = await this.days(from, to);
    const dates = datesOf(from, to);
    const reader: Reader = { query: this.database.screen.bind(this.database) };
    return {
      from,
      to,
      banks: await Promise.all(
        banks.map(async ({ begun, ...bank }) => {
          const calendar = begun ? await this.calendars.of(reader, bank.bank_id) : null;
          const notExpected = await this.notExpected(reader, calendar, dates);
          const known = new Map(
            days.filter((day) => day.bank_id === bank.bank_id).map((day) => [day.date, day]),
          );
          return {
            ...bank,
            reconcile_from: calendar?.reconcileFrom ?? null,
            last_day: standingEnd(calendar?.ends ?? [])?.lastDay ?? null,
            days: dates.map((date) => {
              const day = known.get(date);
              return {
                date,
                state: this.stateOf(date, day, calendar, notExpected),
                reconciliation_id: day?.id ?? null,
                open_items: day?.open_items ?? 0,
                open_amount: day?.open_amount ?? 0,
              };
            }),
          };
        }),
      ),
      ...(await this.aging()),
    };
  }

  /** Behind an end, but for the days on which something of ours is. */
  private async notExpected(
    reader: Reader,
    calendar: StatementCalendar | null,
    dates: readonly BusinessDate[],
  ): Promise<ReadonlySet<string>> {
    if (calendar === null) return new Set();
    const behind = dates.filter((date) => endBefore(date, calendar.ends) !== null);
    const ours = await this.calendars.ofOurs(reader, calendar, behind);
    return new Set(behind.filter((date) => !ours.has(date)));
  }

  private stateOf(
    date: BusinessDate,
    day: KnownDay | undefined,
    calendar: StatementCalendar | null,
    notExpected: ReadonlySet<string>,
  ): OverviewState {
    if (day?.state === 'CLOSED') return 'CLOSED';
    if (day?.in_hand === true) return 'OPEN';
    if (notExpected.has(date)) return 'ENDED';
    if (day !== undefined) return 'FILE_MISSING';
    if (calendar === null || date < calendar.reconcileFrom) return 'BEFORE';
    if (!settlesOn(date, calendar)) return 'REST';
    return date >= this.clock.businessDate() ? 'AHEAD' : 'FILE_MISSING';
  }

  private days(from: string, to: string): Promise<KnownDay[]> {
    return this.database.screen<KnownDay & object>(
      `SELECT r.collector_id AS bank_id, r.settlement_date AS date, r.id, r.state, (r.file_id IS NOT NULL OR r.absence_id IS NOT NULL) AS in_hand,
         open.items AS open_items, open.amount AS open_amount
       FROM rekonsiliasi r
       CROSS JOIN LATERAL (SELECT count(*)::int AS items, ${OPEN_DIFFERENCE} AS amount
         FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id AND d.state = 'OPEN') open
       WHERE r.settlement_date BETWEEN $1 AND $2`,
      [from, to],
    );
  }

  private async aging(): Promise<Pick<OverviewDto, 'aging' | 'claims'>> {
    const aging = await this.database.screen<OverviewDto['aging'][number] & object>(
      `SELECT b.days, count(d.id)::int AS count, ${OPEN_DIFFERENCE} AS amount
       FROM (VALUES ${AGES}) AS b (days, least, most)
       LEFT JOIN (SELECT d.id, d.difference, $1::date - r.settlement_date AS age FROM rekonsiliasi r
         JOIN rekonsiliasi_detail d ON d.reconciliation_id = r.id WHERE r.state = 'OPEN' AND d.state = 'OPEN') d
         ON d.age BETWEEN b.least AND b.most
       GROUP BY b.days, b.least ORDER BY b.least`,
      [this.clock.businessDate()],
    );
    const [claims] = await this.database.screen<{ amount: number }>(
      "SELECT coalesce(sum(debit - credit), 0)::bigint AS amount FROM jurnal_baris WHERE account = '1160'",
    );
    return { aging, claims: claims?.amount ?? 0 };
  }

  private span(query: OverviewQuery): { from: BusinessDate; to: BusinessDate } {
    const to = isBusinessDate(query.to) ? businessDate(query.to) : this.clock.businessDate();
    const from = isBusinessDate(query.from) ? businessDate(query.from) : addDays(to, 1 - USUAL);
    if (from > to) return { from, to: from };
    const last = addDays(from, LONGEST - 1);
    return { from, to: to < last ? to : last };
  }
}

function datesOf(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}
