import { Injectable } from '@nestjs/common';
import { addDays, period, previousPeriod, READ_STATES } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { billRunList } from './bill-run.list';
import { SealedMonths } from '../meter-reading';
import { IN_SCOPE, scopeValues, type BillRunScope } from './bill-run-scope';
import { BillReader } from './bill-reader';
import { fixedChargesOf } from './bill-calculations';
import { dueRules } from './due-rules';
import type {
  BillRunBody,
  BillRunPageDto,
  BillRunPreviewDto,
  BillRunDto,
  BillSumDto,
  PostponedBillsDto,
} from './dto/bill-run.dto';

const SAMPLE_SIZE = '10';

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
    const scope = scopeOf(body);
    const before = { ...scope, period: previousPeriod(period(body.period)) };
    const [drafts, previous, excluded, postponed, sealed, { data: sample }] = await Promise.all([
      this.sum(scope, "b.state = 'DRAFT' AND b.principal > 0"),
      this.sum(before, "b.state IN ('ISSUED', 'PAID')"),
      this.excluded(scope),
      this.postponed(scope),
      this.sealed(scope),
      this.bills.page({
        state: 'DRAFT',
        period: scope.period,
        ...(scope.region_id === null ? {} : { region_id: String(scope.region_id) }),
        ...(scope.tariff_id === null ? {} : { tariff_id: String(scope.tariff_id) }),
        sort: '-principal',
        page_size: SAMPLE_SIZE,
      }),
    ]);
    return {
      count: drafts.count + sealed.count,
      usage_m3: drafts.usage_m3,
      amount: drafts.amount + sealed.amount,
      previous_period: previous,
      excluded,
      postponed,
      sealed,
      sample,
    };
  }

  private async sum(scope: BillRunScope, condition: string): Promise<BillSumDto> {
    const [row] = await this.database.screen<BillSumDto & object>(
      `SELECT count(*) AS count, coalesce(sum(b.usage_m3), 0)::bigint AS usage_m3, coalesce(sum(b.principal), 0)::bigint AS amount
       FROM tagihan b WHERE ${condition} AND ${IN_SCOPE}`,
      scopeValues(scope),
    );
    return row ?? { count: 0, usage_m3: 0, amount: 0 };
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

  /** Drafts that would be due too soon, some of them late on the day they are issued, and the day they get instead. */
  private async postponed(scope: BillRunScope): Promise<PostponedBillsDto> {
    const today = this.clock.businessDate();
    const { leastDays } = await dueRules((sql) => this.database.screen(sql));
    const dueDate = addDays(today, leastDays);
    const [row] = await this.database.screen<{ count: number; late: number }>(
      `SELECT count(*) AS count, count(*) FILTER (WHERE b.due_date < $5) AS late FROM tagihan b
       WHERE b.state = 'DRAFT' AND b.principal > 0 AND b.due_date < $4 AND ${IN_SCOPE}`,
      [...scopeValues(scope), dueDate, today],
    );
    return { count: row?.count ?? 0, late: row?.late ?? 0, due_date: dueDate, least_days: leastDays };
  }

  private async excluded(scope: BillRunScope): Promise<BillRunPreviewDto['excluded']> {
    const [row] = await this.database.screen<Record<'zero' | 'unverified' | 'missing', number>>(
      `SELECT
         (SELECT count(*) FROM tagihan b WHERE b.state = 'DRAFT' AND b.principal = 0 AND ${IN_SCOPE}) AS zero,
         (SELECT count(*) FROM meter_reading r JOIN pelanggan k ON k.id = r.customer_id
           WHERE r.period = $1 AND r.status <> 'VERIFIED' AND ($2::bigint IS NULL OR k.region_id = $2)
             AND ($3::bigint IS NULL OR k.tariff_id = $3)) AS unverified,
         (SELECT count(*) FROM pelanggan k
           WHERE k.state = ANY ($4) AND ($2::bigint IS NULL OR k.region_id = $2) AND ($3::bigint IS NULL OR k.tariff_id = $3)
             AND NOT EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = k.id AND r.period = $1)) AS missing`,
      [...scopeValues(scope), READ_STATES],
    );
    return [
      { reason: 'ZERO_AMOUNT', count: row?.zero ?? 0 },
      { reason: 'READING_UNVERIFIED', count: row?.unverified ?? 0 },
      { reason: 'READING_MISSING', count: row?.missing ?? 0 },
    ].filter(({ count }) => count > 0);
  }
}

export function scopeOf(body: BillRunBody): BillRunScope {
  return { period: body.period, region_id: body.region_id ?? null, tariff_id: body.tariff_id ?? null };
}
