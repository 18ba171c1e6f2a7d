import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addDays, businessDate, daysBetween, standingEnd, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, isFaultOfRow, isTimedOut, type Tx } from '../../../../platform/database';
import { Calendar, Jobs } from '../../../../platform/jobs';
import { Problem } from '../../../../platform/problem';
import { dayInHand } from '../calendar/days-in-hand';
import { SettlementCalendars } from '../calendar/settlement-calendars';
import { WaitBehindEnds } from '../calendar/wait-behind-ends.service';
import { FetchFile } from '../files/fetch-file.service';
import { RunMatching } from '../matching/run-matching.service';
import { CloseDay } from './close-day.service';
import { unlessFoundElsewhere } from './found-elsewhere';
import { fileCame, openMissingFile } from './missing-file';
import { OpenDay } from './open-day.service';

/** After the files of the night have come, before the office opens. */
const AT = '06:00';
const JOB = 'reconcile-banks';
/** Older days that are still open belong to people. */
const DAYS_BACK = 7;
/** So many more, for the mornings on which nobody was up: a quarter. What is older than that is nobody's morning. */
const MOST_MISSED = 92;
/** What somebody held at that moment is tried again by itself, for hours; the next morning is too late for the office. */
const AGAIN_JOB = 'reconcile-again';

/**
 * Every morning, once across all replicas: the days of the last week of each bank, supplier and partner, and of the mornings that were missed before it, are put against their files. A day without
 * a difference whose file's own sums tie is closed by the system; any other waits for people, with a case for each
 * difference; a file that has not come is a case too.
 */
@Injectable()
export class ReconcileDaily implements OnModuleInit {
  private readonly logger = new Logger('reconciliation');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly jobs: Jobs,
    private readonly calendars: SettlementCalendars,
    private readonly waiting: WaitBehindEnds,
    private readonly days: OpenDay,
    private readonly matching: RunMatching,
    private readonly closing: CloseDay,
    private readonly files: FetchFile,
  ) {}

  onModuleInit(): void {
    this.calendar.daily({ name: JOB, at: AT, work: (date) => this.work(date) });
    this.jobs.handle(AGAIN_JOB, ({ collector_id: id, date, morning }) =>
      this.again(Number(id), businessDate(String(date)), businessDate(String(morning))),
    );
  }

  /** One's trouble keeps no other from its turn. */
  async work(today: BusinessDate): Promise<void> {
    const banks = await this.database.screen<{ id: number }>(
      'SELECT DISTINCT collector_id AS id FROM ketentuan_setelmen ORDER BY 1',
    );
    const daysBack = DAYS_BACK + (await this.missedMornings(today));
    for (const { id } of banks) {
      for (let back = daysBack; back >= 1; back -= 1) await this.tried(id, addDays(today, -back), today);
      await this.tried(id, today, today);
    }
  }

  private async missedMornings(today: BusinessDate): Promise<number> {
    const last = await this.calendar.lastDone(JOB, today);
    return last === null ? 0 : Math.min(daysBetween(last, today) - 1, MOST_MISSED);
  }

  private async tried(collectorId: number, date: BusinessDate, morning: BusinessDate): Promise<void> {
    try {
      await this.step(collectorId, date, morning);
    } catch (error) {
      this.logger.warn(`collector ${String(collectorId)}, ${date}: ${String(error)}`);
      if (!passes(error)) return;
      await this.database.transaction(
        (tx) =>
          this.jobs.enqueue(
            tx,
            AGAIN_JOB,
            { collector_id: collectorId, date, morning },
            { key: `${AGAIN_JOB}-${String(collectorId)}-${date}` },
          ),
        'screen',
      );
    }
  }

  /** What does not pass by itself is the office's, as it is in the morning: no fault, and nothing to try again. */
  private async again(collectorId: number, date: BusinessDate, morning: BusinessDate): Promise<void> {
    try {
      await this.step(collectorId, date, morning);
    } catch (error) {
      if (passes(error)) throw error;
      this.logger.warn(`collector ${String(collectorId)}, ${date}: ${String(error)}`);
    }
  }

  private step(collectorId: number, date: BusinessDate, morning: BusinessDate): Promise<void> {
    return date < morning ? this.reconcile(collectorId, date) : this.lookBehindEnd(collectorId);
  }

  /** One day of one of them, as far as it can be done without people. @throws Problem reconciliation.not_begun */
  async reconcile(bankId: number, date: BusinessDate): Promise<void> {
    const reader = { query: this.database.screen.bind(this.database) };
    const calendar = await this.calendars.begun(reader, bankId);
    if (!(await this.calendars.isExpected(reader, calendar, date))) return;
    if (this.calendars.windows(calendar, date).some(({ to }) => Date.parse(to) > this.clock.now())) return;
    await this.fetch(bankId, date);
    await unlessFoundElsewhere(() =>
      this.database.transaction((tx) => this.prepare(tx, bankId, date), 'report'),
    );
    // By itself: what was found stays found when the day is refused to be closed.
    await this.database.transaction((tx) => this.closeIfClean(tx, bankId, date), 'report');
  }

  private async prepare(tx: Tx, bankId: number, date: BusinessDate): Promise<void> {
    const known = await this.days.lock(tx, bankId, date);
    if (known.state === 'CLOSED') return;
    if (known.file_id === null) {
      await openMissingFile(tx, known, this.clock.date());
      return;
    }
    await fileCame(tx, known.id, this.clock.date());
    await this.matching.within(tx, known);
  }

  private async closeIfClean(tx: Tx, bankId: number, date: BusinessDate): Promise<void> {
    const known = await this.days.lock(tx, bankId, date);
    if (known.state === 'CLOSED' || known.file_id === null || known.run_at === null) return;
    const [verdict] = await tx.query<{ clean: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND d.state <> 'MATCHED')
         AND NOT EXISTS (SELECT FROM rekonsiliasi_peristiwa e WHERE e.reconciliation_id = $1 AND e.kind = 'REOPENED')
         AND (jsonb_typeof(f.file -> 'trailer') = 'object' OR jsonb_typeof(f.file -> 'closing') = 'object') AS clean
       FROM berkas_rekonsiliasi f WHERE f.id = $2`,
      [known.id, known.file_id],
    );
    if (verdict?.clean === true) await this.closing.freeze(tx, known);
  }

  /** However old a day behind an end is: what was on it may be settled with another day, and a decision about it taken back. */
  private async lookBehindEnd(collectorId: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Nobody ends it or begins it again meanwhile.
      await dayInHand(tx, collectorId);
      const calendar = await this.calendars.begun(tx, collectorId);
      const end = standingEnd(calendar.ends);
      if (end !== null) await this.waiting.behind(tx, calendar, end.lastDay);
    }, 'report');
  }

  /** A file that is asked for and has not come yet; what comes of it is seen by the rest like of one that was uploaded. */
  private async fetch(bankId: number, date: BusinessDate): Promise<void> {
    if (!(await this.files.isAgreed(bankId, date))) return;
    const [known] = await this.database.screen(
      "SELECT 1 FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2 AND (file_id IS NOT NULL OR state = 'CLOSED')",
      [bankId, date],
    );
    if (known !== undefined) return;
    try {
      const { stored, reading } = await this.files.fetch(bankId, date);
      if (!stored)
        this.logger.warn(`collector ${String(bankId)}, ${date}: ${JSON.stringify(reading.errors)}`);
    } catch (error) {
      this.logger.warn(`collector ${String(bankId)}, ${date}: not fetched: ${String(error)}`);
    }
  }
}

/** Somebody holds the day, or the database was away: it may go in a moment. A day that takes too long takes too long again. */
function passes(error: unknown): boolean {
  return error instanceof Problem
    ? error.code === 'service.unavailable'
    : !isFaultOfRow(error) && !isTimedOut(error);
}
