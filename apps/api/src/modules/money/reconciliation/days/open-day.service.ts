import { Injectable } from '@nestjs/common';
import { businessDate } from '@tirtapay/domain';
import { currentUserId } from '../../../../platform/context';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { dayInHand } from '../calendar/days-in-hand';
import { SettlementCalendars } from '../calendar/settlement-calendars';
import type { OpenDayBody } from '../dto/day.dto';
import type { DayEvent } from '../states';
import { statementOwner } from '../statements/statement-owner';
import { lockDay, type LockedDay } from './lock-day';

/** Begins a day of a statement, once; whoever asks again gets the same. */
@Injectable()
export class OpenDay {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
  ) {}

  /** @throws Problem reconciliation.not_begun, request.invalid for a day that does not settle or is not over */
  open({ bank_id: bankId, settlement_date: date }: OpenDayBody): Promise<number> {
    return this.database.transaction(async (tx) => (await this.lock(tx, bankId, date)).id);
  }

  /** The day, made when it was not there, under its lock. @throws as `open` */
  async lock(tx: Tx, bankId: number, date: string): Promise<LockedDay> {
    await dayInHand(tx, bankId);
    const calendar = await this.calendars.begun(tx, bankId);
    const day = businessDate(date);
    await this.calendars.assertSettles(tx, calendar, day);
    const { kind, account } = await statementOwner(tx, bankId);
    await tx.query(
      `INSERT INTO rekonsiliasi (collector_id, settlement_date, windows, own_account, statement, account) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (collector_id, settlement_date) DO NOTHING`,
      [
        bankId,
        date,
        JSON.stringify(this.calendars.windows(calendar, day)),
        calendar.keepsOurAccount(day),
        kind,
        account,
      ],
    );
    const { id } = await tx.one<{ id: number }>(
      'SELECT id FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2',
      [bankId, date],
    );
    // Behind an end, and something of ours has come to it since.
    await tx.query('UPDATE rekonsiliasi SET expected = true WHERE id = $1 AND NOT expected', [id]);
    return lockDay(tx, id);
  }

  /** What happened to a day, for its story and for the question who prepared it. */
  async note(tx: Tx, dayId: number, kind: DayEvent, detail: object, by = currentUserId()): Promise<void> {
    await tx.query(
      'INSERT INTO rekonsiliasi_peristiwa (reconciliation_id, kind, detail, made_by, made_at) VALUES ($1, $2, $3, $4, $5)',
      [dayId, kind, JSON.stringify(detail), by, this.clock.date()],
    );
  }
}
