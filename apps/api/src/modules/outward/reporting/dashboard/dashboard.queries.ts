import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  countsBlind,
  decidableKinds,
  periodOfDate,
  previousPeriod,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { NoticeQueries } from '../../notifications';
import { DashboardFigures } from './dashboard-figures';
import type { AgingDto, DashboardDto } from './dashboard.dto';

const BUCKETS = ['1-30', '31-60', '61-90', '>90'] as const;
const TREND_DAYS = 30;
const MONTHS = 12;

interface Sum {
  readonly count: number;
  readonly amount: number;
}

function total(parts: readonly Sum[]): Sum {
  return parts.reduce((sum, part) => ({ count: sum.count + part.count, amount: sum.amount + part.amount }), {
    count: 0,
    amount: 0,
  });
}

@Injectable()
export class DashboardQueries {
  constructor(
    private readonly figures: DashboardFigures,
    private readonly notices: NoticeQueries,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<DashboardDto> {
    const now = this.clock.now();
    const today = this.clock.businessDate();
    const reader = currentStaff();
    const blindTo = countsBlind(reader.permissions) ? reader.id : null;
    // water of last month is what this month collects
    const period = previousPeriod(periodOfDate(today));
    const months = Array.from({ length: MONTHS }, (_, index) => addMonths(period, index - MONTHS + 1));
    const [open, ofPeriod, channels, trend, monthly, queues, notices] = await Promise.all([
      this.figures.openBills(today),
      this.figures.ofPeriod(period),
      this.figures.channelsOf(today, blindTo),
      this.figures.daily(addDays(today, 1 - TREND_DAYS), today, blindTo),
      this.figures.monthly(months),
      this.figures.queues(reader, decidableKinds(reader.permissions), periodOfDate(today), new Date(now)),
      this.notices.page({ page_size: '5' }),
    ]);
    const aging: AgingDto[] = BUCKETS.map((bucket) => ({
      bucket,
      ...total(open.filter((part) => part.bucket === bucket)),
    }));
    const everything = total(open);
    return {
      as_of: this.clock.text(now),
      period,
      bills: { open_count: everything.count, open_amount: everything.amount, ...ofPeriod },
      payments_today: { ...total(channels), by_channel: channels },
      arrears: { ...total(aging), aging },
      trend,
      monthly,
      queues,
      notices: notices.data,
    };
  }
}
