import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  addMonths,
  periodCode,
  periodOfDate,
  period as toPeriod,
  type BusinessDate,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Calendar } from '../../../../platform/jobs';
import { casesOf } from '../../../ground/cases';
import { reportingManifest } from '../reporting.manifest';
import { TIE_OUT_REPORT } from './definitions/tie-out.report';
import { readRows } from './read-report';

const CASES = casesOf(reportingManifest);
const SUBJECT = 'rekap_rekening';
/** At a time: one statement is of a year, however long the books are. */
const MONTHS = 12;

interface Known {
  readonly times: number;
  /** What names the open one beside its month; none is open when null. */
  readonly open: { readonly about?: string } | null;
}

// A case that was closed stays closed: a difference that is there again is another one (`rekap_rekening:202610:2`).
const KNOWN = `
  SELECT count(*)::int AS times, (array_agg(json_strip_nulls(json_build_object('about', nullif(split_part(source_key, ':', 3), ''))))
    FILTER (WHERE status = 'OPEN'))[1] AS open
  FROM kasus WHERE subject_type = $1 AND subject_id = $2`;

// Arrears of years ago are paid today.
const ON_THE_BOOKS = 'SELECT min(period) AS oldest, max(period) AS newest FROM tagihan';

/** Asks the tie-out of every month on the books, every night: a difference is a case, and one that went away closes it. */
@Injectable()
export class WatchTieOut implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  onModuleInit(): void {
    this.calendar.daily({ name: 'tie-out', at: '02:30', work: (date) => this.look(date) });
  }

  async look(today: BusinessDate): Promise<void> {
    const [books] = await this.database.read<{ oldest: Period | null; newest: Period | null }>(
      ON_THE_BOOKS,
      [],
    );
    const { oldest = null, newest = null } = books ?? {};
    if (oldest === null || newest === null) return;
    const running = periodOfDate(today);
    for (let to = newest > running ? newest : running; to >= oldest; to = addMonths(to, -MONTHS))
      await this.lookAtYear(to);
  }

  /** Of the months up to this one. */
  private async lookAtYear(to: Period): Promise<void> {
    const values = { from: addMonths(to, 1 - MONTHS), to };
    const { rows } = await readRows(this.database, this.clock, TIE_OUT_REPORT, values, MONTHS);
    const at = this.clock.date();
    await this.database.transaction(async (tx) => {
      for (const { period, difference } of rows) {
        const id = Number(periodCode(toPeriod(String(period))));
        const known = await tx.one<Known & object>(KNOWN, [SUBJECT, id]);
        if (difference === 0) {
          if (known.open !== null)
            await CASES.settle(tx, { type: SUBJECT, id, ...known.open }, 'books.tie', at);
          continue;
        }
        if (known.open !== null) continue;
        await CASES.open(tx, {
          kind: 'BOOKS_DO_NOT_TIE',
          subjectId: id,
          ...(known.times === 0 ? {} : { about: String(known.times + 1) }),
          amount: Math.abs(Number(difference)),
          detail: { period, difference },
          openedAt: at,
        });
      }
    }, 'screen');
  }
}
