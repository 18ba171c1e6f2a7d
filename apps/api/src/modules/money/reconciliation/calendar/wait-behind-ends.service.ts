import { Injectable } from '@nestjs/common';
import { businessDate } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { awaitStatement } from '../days/missing-file';
import { SettlementCalendars, type StatementCalendar } from './settlement-calendars';

/** Whether anybody waits for the statement of a day behind an end depends on what is on it, which others may settle at any time. */
@Injectable()
export class WaitBehindEnds {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
  ) {}

  /** Days that were begun after the last one and have no file: nobody waits for them now, or somebody does again. */
  async behind(tx: Tx, calendar: StatementCalendar, lastDay: string): Promise<void> {
    const days = await tx.query<{ id: number; settlement_date: string }>(
      `SELECT r.id, r.settlement_date FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.settlement_date > $2 AND r.state = 'OPEN'
         AND r.file_id IS NULL ORDER BY r.settlement_date FOR UPDATE`,
      [calendar.collectorId, lastDay],
    );
    for (const day of days)
      await awaitStatement(
        tx,
        day,
        await this.calendars.isExpected(tx, calendar, businessDate(day.settlement_date)),
        this.clock.date(),
      );
  }
}
