import { Injectable } from '@nestjs/common';
import { addDays, period, previousPeriod, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { billRunList } from './bill-run.list';
import { categoryOfMonth, regionIn } from '../customers';
import { countUnread, readablePeriod, SealedMonths } from '../meter-reading';
import { IN_SCOPE, OF_SCOPE, scopeValues, type BillRunScope } from './bill-run-scope';
import { BillReader } from './bill-reader';
import { fixedChargesOf } from './bill-calculations';
import { dueRules } from './due-rules';
import type {
  BillRunBody,
  BillRunPageDto,
  BillRunPreviewDto,
  BillRunDto,
  BillSumDto,
} from './dto/bill-run.dto';

const SAMPLE_SIZE = 10;

/** The drafts of a scope, added up in one reading of them. */
interface Drafts extends BillSumDto {
  readonly zero: number;
  readonly postponed: number;
  readonly late: number;
}

@Injectable()
export class BillRunQueries {
  private readonly list = billRunList((epoch) => this.clock.text(epoch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bills: BillReader,
    private readonly sealedMonths: SealedMonths,
  ) {}

  page(parameters: ListParameters): Promise<BillRunPageDto> {
    return listPage(this.database, this.list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<BillRunDto> {
    return listAll(this.database, this.list, parameters);
  }

  async byId(id: number): Promise<BillRunDto> {
    const { data } = await listPage(this.database, this.list, {}, [{ where: 'p.id = $$', value: id }]);
    const [run] = data;
    if (run === undefined) throw new Problem('issue_run.not_found');
    return run;
  }

  /** What a run with this filter would issue now, beside the period before; nothing is stored. */
  async preview(body: BillRunBody): Promise<BillRunPreviewDto> {
    const scope = scopeOf(body, this.clock);
    const before = { ...scope, period: previousPeriod(period(body.period)) };
    const { leastDays } = await dueRules((sql) => this.database.screen(sql));
    const dueDate = addDays(this.clock.businessDate(), leastDays);
    const [drafts, previous, held, unread, sealed, notOver, sample] = await Promise.all([
      this.drafts(scope, dueDate),
      this.bills.issued(before),
      this.held(scope),
      this.unread(scope),
      this.sealed(scope),
      this.sealedMonths.waiting({ ...scope, period: period(scope.period) }),
      this.sample(scope),
    ]);
    return {
      count: drafts.count + sealed.count,
      usage_m3: drafts.usage_m3,
      amount: drafts.amount + sealed.amount,
      previous_period: previous,
      excluded: [
        { reason: 'ZERO_AMOUNT', count: drafts.zero },
        { reason: 'HELD', count: held },
        ...unread,
        // Charged by a run of the month when it is over.
        { reason: 'SEALED_NOT_OVER', count: notOver },
      ].filter(({ count }) => count > 0),
      // Drafts that would be due too soon, some of them late on the day they are issued, and the day they get instead.
      postponed: { count: drafts.postponed, late: drafts.late, due_date: dueDate, least_days: leastDays },
      sealed,
      sample,
    };
  }

  private async drafts(scope: BillRunScope, dueDate: BusinessDate): Promise<Drafts> {
    const [row] = await this.database.screen<Drafts & object>(
      `SELECT count(*) FILTER (WHERE b.principal > 0) AS count, coalesce(sum(b.usage_m3) FILTER (WHERE b.principal > 0), 0)::bigint AS usage_m3,
         coalesce(sum(b.principal), 0)::bigint AS amount, count(*) FILTER (WHERE b.principal = 0) AS zero,
         count(*) FILTER (WHERE b.principal > 0 AND b.due_date < $4) AS postponed,
         count(*) FILTER (WHERE b.principal > 0 AND b.due_date < $4 AND b.due_date < $5) AS late
       FROM tagihan b WHERE b.state = 'DRAFT' AND ${IN_SCOPE}`,
      [...scopeValues(scope), dueDate, this.clock.businessDate()],
    );
    return row ?? { count: 0, usage_m3: 0, amount: 0, zero: 0, postponed: 0, late: 0 };
  }

  private async held(scope: BillRunScope): Promise<number> {
    const [row] = await this.database.screen<{ count: number }>(
      `SELECT count(*) AS count FROM tagihan b WHERE b.state = 'DRAFT' AND b.held_at IS NOT NULL AND ${OF_SCOPE}`,
      scopeValues(scope),
    );
    return row?.count ?? 0;
  }

  /** The highest amounts, picked from the drafts alone: a list would have to sort them all. */
  private async sample(scope: BillRunScope): Promise<BillRunPreviewDto['sample']> {
    const ids = await this.database.screen<{ id: number }>(
      `SELECT b.id FROM tagihan b WHERE b.state = 'DRAFT' AND ${IN_SCOPE} ORDER BY b.principal DESC, b.id DESC LIMIT ${String(SAMPLE_SIZE)}`,
      scopeValues(scope),
    );
    if (ids.length === 0) return [];
    const { data } = await this.bills.page({
      ids: ids.map(({ id }) => String(id)).join(','),
      sort: '-principal',
    });
    return data;
  }

  /** What connections sealed all month add; one without a price is not counted, and the run will name it. */
  private async sealed(scope: BillRunScope): Promise<BillSumDto> {
    const usagePeriod = period(scope.period);
    const sum = { count: 0, usage_m3: 0, amount: 0 };
    for (const { version, size_mm: meterSizeMm, connections } of await this.sealedMonths.groups({
      ...scope,
      period: usagePeriod,
    })) {
      const total = fixedChargesOf({ version, meterSizeMm, period: usagePeriod });
      if (total === null) continue;
      sum.count += connections;
      sum.amount += connections * total;
    }
    return sum;
  }

  private async unread(scope: BillRunScope): Promise<BillRunPreviewDto['excluded']> {
    const [[row], missing] = await Promise.all([
      this.database.screen<{ unverified: number }>(
        `SELECT count(*) AS unverified FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id
         WHERE r.period = $1 AND r.status IN ('RECORDED', 'REREAD') AND ($2::bigint IS NULL OR ${regionIn('$1')} = $2)
           AND ($3::bigint IS NULL OR ${categoryOfMonth('$1::text', '$4::text')} = $3)`,
        [...scopeValues(scope), this.clock.zone],
      ),
      countUnread(this.database, scope),
    ]);
    return [
      { reason: 'READING_UNVERIFIED', count: row?.unverified ?? 0 },
      { reason: 'READING_MISSING', count: missing },
    ];
  }
}

/** @throws Problem request.invalid for a month that has not begun */
export function scopeOf(body: BillRunBody, clock: Clock): BillRunScope {
  const usagePeriod = readablePeriod(body.period, clock, '/period');
  return { period: usagePeriod, region_id: body.region_id ?? null, tariff_id: body.tariff_id ?? null };
}
