import { Injectable } from '@nestjs/common';
import {
  businessDate,
  CHANNELS,
  settlementWindows,
  type BusinessDate,
  type SettlementCalendar,
  type SettlementTerms,
  type StatementKind,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { BankHoliday } from '../entities/bank-holiday.entity';
import type { SettlementAgreement } from '../entities/settlement-agreement.entity';
import type { StoredWindow } from '../entities/reconciliation.entity';
import { RECONCILIATION_SAYS } from '../sentences';

/** A movement of an account has no channel; it is counted into the day like what is paid at a counter. */
export const MOVEMENTS_LIKE = 'TELLER';

/** When somebody's statements end, with the first day that is reconciled. */
export interface StatementCalendar extends SettlementCalendar {
  readonly reconcileFrom: BusinessDate;
  /** What is put against the statement, each with its own days: of a bank its channels. */
  readonly channels: readonly string[];
  /** Whether its file of that day says what else moved our account. */
  readonly keepsOurAccount: (date: BusinessDate) => boolean;
}

/** Whoever runs one statement: a transaction, or the database itself. */
interface Reader {
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
    // Before the first day there is nothing to settle; its terms say where that day begins.
    const holding = (date: BusinessDate) => terms.find(({ valid_from: from }) => from <= date) ?? first;
    return {
      zone: this.clock.zone,
      reconcileFrom: businessDate(first.valid_from),
      channels: first.kind === 'BANK' ? CHANNELS : [MOVEMENTS_LIKE],
      keepsOurAccount: (date) => holding(date).own_account,
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

  /** @throws Problem request.invalid for a day of rest, before the beginning, or not over yet */
  assertSettles(calendar: StatementCalendar, date: BusinessDate): void {
    const windows = this.windows(calendar, date);
    const refused =
      date < calendar.reconcileFrom
        ? RECONCILIATION_SAYS.beforeBeginning
        : windows.length === 0
          ? RECONCILIATION_SAYS.noSettlement
          : windows.some(({ to }) => Date.parse(to) > this.clock.now())
            ? RECONCILIATION_SAYS.notOver
            : null;
    if (refused !== null)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/settlement_date', code: 'out_of_range', message: refused }],
      });
  }
}
