import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  countsBlind,
  decidableKinds,
  periodOfDate,
  previousPeriod,
  type BusinessDate,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { NoticeQueries } from '../../notifications';
import { AGING, DashboardFigures, type BillSums } from './dashboard-figures';
import type { AgingDto, DashboardDto } from './dashboard.dto';

type Reader = Pick<ReturnType<typeof currentStaff>, 'id' | 'permissions'>;

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

/** Nothing where no bill is of that month. */
function ofMonth(sums: readonly BillSums[], month: Period) {
  const all = { issued: 0, paid: 0, billed: 0, collected: 0 };
  for (const { period, issued, paid, billed, collected } of sums) {
    if (period !== month) continue;
    all.issued += issued;
    all.paid += paid;
    all.billed += billed;
    all.collected += collected;
  }
  return all;
}

@Injectable()
export class DashboardQueries {
  constructor(
    private readonly figures: DashboardFigures,
    private readonly notices: NoticeQueries,
    private readonly clock: Clock,
  ) {}

  /** Sums of money only for whoever may read what they are of. */
  async today(): Promise<DashboardDto> {
    const now = this.clock.now();
    const today = this.clock.businessDate();
    const reader = currentStaff();
    // water of last month is what this month collects
    const period = previousPeriod(periodOfDate(today));
    const [billed, received, queues, notices] = await Promise.all([
      this.billed(today, period, reader),
      this.received(today, reader),
      this.figures.queues(reader, decidableKinds(reader.permissions), periodOfDate(today), new Date(now)),
      this.notices.page({ page_size: '5' }),
    ]);
    return { as_of: this.clock.text(now), period, ...billed, ...received, queues, notices: notices.data };
  }

  /** Not for whoever counts blind: what their own drawer took is in what is paid of bills by now. */
  private async billed(
    today: BusinessDate,
    period: Period,
    { permissions }: Reader,
  ): Promise<Pick<DashboardDto, 'bills' | 'arrears' | 'monthly'>> {
    if (!permissions.has('bill.read') || countsBlind(permissions))
      return { bills: null, arrears: null, monthly: null };
    const sums = await this.figures.bills(today);
    const open = sums.map(({ bucket, issued, paid, open_amount: amount }) => ({
      bucket,
      count: issued - paid,
      amount,
    }));
    const aging: AgingDto[] = AGING.map((bucket) => ({
      bucket,
      ...total(open.filter((part) => part.bucket === bucket)),
    }));
    const everything = total(open);
    const months = Array.from({ length: MONTHS }, (_, index) => addMonths(period, index - MONTHS + 1));
    const { issued, paid, billed, collected } = ofMonth(sums, period);
    return {
      bills: {
        open_count: everything.count,
        open_amount: everything.amount,
        issued_this_period: issued,
        paid_this_period: paid,
        collection_rate: billed === 0 ? 0 : Math.round((collected / billed) * 10_000) / 10_000,
      },
      arrears: { ...total(aging), aging },
      monthly: months.map((month) => {
        const sum = ofMonth(sums, month);
        return { period: month, billed: sum.billed, collected: sum.collected };
      }),
    };
  }

  private async received(
    today: BusinessDate,
    { id, permissions }: Reader,
  ): Promise<Pick<DashboardDto, 'payments_today' | 'trend'>> {
    if (!permissions.has('payment.read')) return { payments_today: null, trend: null };
    const blindTo = countsBlind(permissions) ? id : null;
    const [channels, trend] = await Promise.all([
      this.figures.channelsOf(today, blindTo),
      this.figures.daily(addDays(today, 1 - TREND_DAYS), today, blindTo),
    ]);
    return { payments_today: { ...total(channels), by_channel: channels }, trend };
  }
}
