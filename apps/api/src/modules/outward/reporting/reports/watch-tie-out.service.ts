import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMonths, periodCode, periodOfDate, period as toPeriod, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Calendar } from '../../../../platform/jobs';
import { casesOf } from '../../../ground/cases';
import { reportingManifest } from '../reporting.manifest';
import { TIE_OUT_REPORT } from './definitions/tie-out.report';
import { readRows } from './report-rows';

const CASES = casesOf(reportingManifest);
const SUBJECT = 'rekap_rekening';
const MONTHS = 12;

/** Asks the tie-out of the last year every night: a difference is a case, and one that went away closes it. */
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
    const to = periodOfDate(today);
    const values = { from: addMonths(to, 1 - MONTHS), to };
    const { rows } = await readRows(this.database, this.clock, TIE_OUT_REPORT, values, MONTHS);
    const at = this.clock.date();
    await this.database.transaction(async (tx) => {
      for (const { period, difference } of rows) {
        const id = Number(periodCode(toPeriod(String(period))));
        if (difference === 0) {
          await CASES.settle(tx, { type: SUBJECT, id }, 'books.tie', at);
          continue;
        }
        await CASES.open(tx, {
          kind: 'BOOKS_DO_NOT_TIE',
          subjectId: id,
          amount: Math.abs(Number(difference)),
          detail: { period, difference },
          openedAt: at,
        });
      }
    }, 'screen');
  }
}
