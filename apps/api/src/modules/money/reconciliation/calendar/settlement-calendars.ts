import { Injectable } from '@nestjs/common';
import {
  businessDate,
  CHANNELS,
  endBefore,
  previousSettlementDay,
  settlementWindows,
  settlesOn,
  type BusinessDate,
  type SettlementCalendar,
  type SettlementTerms,
  type StatementEnd,
  type StatementKind,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { RowOf, Tx } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import type { BankHoliday } from '../entities/bank-holiday.entity';
import type { SettlementAgreement } from '../entities/settlement-agreement.entity';
import type { StatementEnding } from '../entities/statement-ending.entity';
import type { StoredWindow } from '../entities/reconciliation.entity';
import { RECONCILIATION_SAYS } from '../sentences';
import { daysOfOurs } from './days-of-ours';

/** A movement of an account has no channel; it is counted into the day like what is paid at a counter. */
export const MOVEMENTS_LIKE = 'TELLER';

/** When somebody's statements end, with the first day that is reconciled. */
export interface StatementCalendar extends SettlementCalendar {
  readonly collectorId: number;
  readonly kind: StatementKind;
  readonly reconcileFrom: BusinessDate;
  /** After which days nothing is expected of it, newest agreement first. */
  readonly ends: readonly StatementEnd[];
  /** What is put against the statement, each with its own days: of a bank its channels. */
  readonly channels: readonly string[];
  /** Whether its file of that day says what else moved our account. */
  readonly keepsOurAccount: (date: BusinessDate) => boolean;
  /** The first day from that one on whose terms say so, ends aside; null: none. */
  readonly keepsOurAccountFrom: (date: BusinessDate) => BusinessDate | null;
}

/** Whoever runs one statement: a transaction, or the database itself. */
export interface Reader {
  query: Tx['query'];
}

/** Reads when a statement ends. */
@Injectable()
export class SettlementCalendars {
  constructor(private readonly clock: Clock) {}

  /** @returns null where nobody has agreed on terms: it is not reconciled yet */
  async of(reader: Reader, collectorId: number): Promise<StatementCalendar | null> {
    const terms = await reader.query<
      RowOf<SettlementAgreement, keyof SettlementAgreement> & { readonly kind: StatementKind }
    >(
      `SELECT k.valid_from, k.cutoff, k.rest_days, k.lag_days, k.fee_per_payment, k.mdr_ppm, k.own_account, c.kind
       FROM ketentuan_setelmen k JOIN penerima c ON c.id = k.collector_id WHERE k.collector_id = $1 ORDER BY k.valid_from DESC`,
      [collectorId],
    );
    const first = terms.at(-1);
    if (first === undefined) return null;
    const holidays = await reader.query<RowOf<BankHoliday, 'day'>>(
      'SELECT day FROM hari_libur_bank WHERE collector_id = $1',
      [collectorId],
    );
    const ends = await this.ends(reader, collectorId);
    // Before the first day there is nothing to settle; its terms say where that day begins.
    const holding = (date: BusinessDate) => terms.find(({ valid_from: from }) => from <= date) ?? first;
    return {
      zone: this.clock.zone,
      collectorId,
      kind: first.kind,
      reconcileFrom: businessDate(first.valid_from),
      ends,
      channels: first.kind === 'BANK' ? CHANNELS : [MOVEMENTS_LIKE],
      keepsOurAccount: (date) => holding(date).own_account && endBefore(date, ends) === null,
      keepsOurAccountFrom: (date) => {
        if (holding(date).own_account) return date;
        // The newest stands first.
        const later = terms.filter(({ valid_from: from, own_account: own }) => own && from > date).at(-1);
        return later === undefined ? null : businessDate(later.valid_from);
      },
      termsOn: (date): SettlementTerms => {
        const row = holding(date);
        return {
          cutoff: row.cutoff,
          restDays: row.rest_days,
          lagDays: row.lag_days,
          feePerPayment: row.fee_per_payment,
          mdrPpm: row.mdr_ppm,
        };
      },
      holidays: new Set(holidays.map(({ day }) => day)),
    };
  }

  /** What was agreed last of each last day. */
  private async ends(reader: Reader, collectorId: number): Promise<StatementEnd[]> {
    const rows = await reader.query<RowOf<StatementEnding, 'lastDay' | 'resumesOn'>>(
      `SELECT e.last_day, e.resumes_on FROM (
         SELECT DISTINCT ON (last_day) id, last_day, resumes_on FROM rekonsiliasi_akhir WHERE collector_id = $1 ORDER BY last_day, id DESC
       ) e ORDER BY e.id DESC`,
      [collectorId],
    );
    return rows.map(({ last_day: last, resumes_on: resumes }) => ({
      lastDay: businessDate(last),
      resumesOn: resumes === null ? null : businessDate(resumes),
    }));
  }

  /** @throws Problem reconciliation.not_begun */
  async begun(reader: Reader, collectorId: number): Promise<StatementCalendar> {
    const calendar = await this.of(reader, collectorId);
    if (calendar === null) throw new Problem('reconciliation.not_begun');
    return calendar;
  }

  /** The postings of each channel that settle on a day; none before reconciliation began. */
  windows(calendar: StatementCalendar, date: BusinessDate): StoredWindow[] {
    return calendar.channels.flatMap((channel) =>
      settlementWindows(date, channel, calendar).map(({ from, to }) => ({
        channel,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      })),
    );
  }

  /**
   * Whether a statement of that day is waited for. Behind an end only where something of ours is on the day: nothing is left
   * out by an end.
   */
  async isExpected(reader: Reader, calendar: StatementCalendar, date: BusinessDate): Promise<boolean> {
    if (date < calendar.reconcileFrom || !settlesOn(date, calendar)) return false;
    return endBefore(date, calendar.ends) === null || (await this.ofOurs(reader, calendar, [date])).has(date);
  }

  /** Those of some days on which something of ours is: it moved on them, or was carried to them. */
  ofOurs(
    reader: Reader,
    calendar: StatementCalendar,
    dates: readonly BusinessDate[],
  ): Promise<ReadonlySet<string>> {
    const { collectorId, kind } = calendar;
    const settling = dates.filter((date) => settlesOn(date, calendar));
    return daysOfOurs(
      reader,
      { collectorId, kind },
      settling.map((date) => ({
        date,
        before: previousSettlementDay(date, calendar),
        windows: this.windows(calendar, date),
      })),
    );
  }

  /** @throws Problem request.invalid for a day of rest, before the beginning, behind the end, or not over yet */
  async assertSettles(reader: Reader, calendar: StatementCalendar, date: BusinessDate): Promise<void> {
    const refused = await this.whyNot(reader, calendar, date);
    if (refused !== null)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/settlement_date', code: 'out_of_range', message: refused }],
      });
  }

  private async whyNot(
    reader: Reader,
    calendar: StatementCalendar,
    date: BusinessDate,
  ): Promise<Sentence | null> {
    if (date < calendar.reconcileFrom) return RECONCILIATION_SAYS.beforeBeginning;
    const windows = this.windows(calendar, date);
    if (windows.length === 0) return RECONCILIATION_SAYS.noSettlement;
    if (windows.some(({ to }) => Date.parse(to) > this.clock.now())) return RECONCILIATION_SAYS.notOver;
    return (await this.isExpected(reader, calendar, date)) ? null : RECONCILIATION_SAYS.behindTheEnd;
  }
}
