import { Injectable } from '@nestjs/common';
import type { Period, SettledGap } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import type { SpreadMonthDto } from './dto/reading-spread.dto';
import { GAPS_BEHIND, SettleGaps, type Settling } from './settle-gaps.service';
import { loadBases } from './reading-basis';
import { basisKey } from './reading-key';
import { ReadingPrices, type PricedReading } from './reading-prices';
import { TakenOverMonths } from './taken-over-months';
import { selectReadings, type StoredReading } from './verifiable-reading';

/** A month as verifying a reading will have it billed. */
export type QuotedMonth = Readonly<SpreadMonthDto>;

type Priced = Pick<PricedReading, 'meterSizeMm'>;

/** What a true stand comes to when the months before it were estimated or not read: each is priced in its own month. */
@Injectable()
export class GapQuotes {
  constructor(
    private readonly clock: Clock,
    private readonly gaps: SettleGaps,
    private readonly prices: ReadingPrices,
    private readonly takenOver: TakenOverMonths,
  ) {}

  /**
   * Of readings that wait for their decision, by id. Those with nothing behind them are not there, nor those with an earlier
   * one that waits as well: its own stand will say what its month was.
   */
  async ofReadings(
    source: Tx | Database,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, readonly QuotedMonth[]>> {
    if (ids.length === 0) return new Map();
    const behind = await rows<StoredReading & Priced>(
      source,
      `SELECT r.*, m.size_mm AS "meterSizeMm" FROM (${selectReadings(2)}) r
       JOIN meter m ON m.id = r.meter_id
       WHERE r.status = 'RECORDED' AND r.id IN (${GAPS_BEHIND})`,
      [ids, this.clock.zone],
    );
    const bases = await loadBases(source, behind, this.takenOver);
    const readings = behind.filter((reading) => bases.get(basisKey(reading))?.earlierUnverified === false);
    const gaps = await this.gaps.gapsOf(source, readings);
    const quotes = new Map<number, readonly QuotedMonth[]>();
    for (const reading of readings) {
      const gap = gaps.get(reading.id);
      if (gap !== undefined) quotes.set(reading.id, await this.quoted(source, gap, reading));
    }
    return quotes;
  }

  /** Of a stand that is being typed. @returns null when it settles nothing but its own month */
  async ofTyped(source: Tx | Database, typed: Settling & Priced): Promise<readonly QuotedMonth[] | null> {
    const gap = (await this.gaps.gapsOf(source, [typed])).get(typed.id);
    return gap === undefined ? null : this.quoted(source, gap, typed);
  }

  private async quoted(
    source: Tx | Database,
    { months, own }: SettledGap,
    { customer_id: customerId, period, meterSizeMm }: Priced & Pick<Settling, 'customer_id' | 'period'>,
  ): Promise<readonly QuotedMonth[]> {
    const all = [
      ...months.map((month) => ({
        ...month,
        was: month.replaces === null ? ('MISSED' as const) : ('ESTIMATED' as const),
      })),
      { ...own, period, was: 'READ' as const },
    ];
    const price = (of: readonly { period: Period; usage: number }[]) =>
      this.prices.totals(
        source,
        of.map((month) => ({ customerId, meterSizeMm, period: month.period, usage: month.usage })),
      );
    const estimates = await rows<{ period: Period; usage: number }>(
      source,
      'SELECT period, usage_m3 AS usage FROM meter_reading WHERE id = ANY ($1)',
      [months.flatMap(({ replaces }) => replaces ?? [])],
    );
    const before = await price(estimates);
    const billed = new Map(estimates.map((estimate, index) => [estimate.period, before[index] ?? 0]));
    const totals = await price(all);
    return all.map((month, index) => ({
      period: month.period,
      usage_m3: month.usage,
      days: month.days,
      was: month.was,
      total: totals[index] ?? null,
      billed: billed.get(month.period) ?? 0,
    }));
  }
}

/** Of all the months together, without what estimates have billed of them; null when one of them has no price. */
export function sumOf(months: readonly QuotedMonth[]): number | null {
  return months.reduce<number | null>(
    (sum, { total, billed }) => (sum === null || total === null ? null : sum + total - billed),
    0,
  );
}

function rows<Row>(source: Tx | Database, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return source instanceof Database
    ? source.read<Row & Record<string, unknown>>(sql, [...values])
    : source.query<Row & Record<string, unknown>>(sql, [...values]);
}
