import { Injectable } from '@nestjs/common';
import { period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { placesAsked } from '../customers';
import type { ReadingPageDto, ReadingDto, ReadingSummaryDto } from './dto/reading.dto';
import { GapQuotes, sumOf } from './gap-quotes.service';
import { readingList, type ListedReading } from './reading.list';
import { ReadingPrices } from './reading-prices';
import { READING_SAYS } from './sentences';
import { countUnread } from './unread';

@Injectable()
export class ReadingQueries {
  private readonly list = readingList((epoch) => this.clock.text(epoch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly prices: ReadingPrices,
    private readonly gaps: GapQuotes,
  ) {}

  async page(parameters: ListParameters): Promise<ReadingPageDto> {
    const { rest, places } = await placesAsked(this.database, parameters);
    const { data, meta } = await listPage(this.database, this.list, rest, places);
    return { data: await this.priced(data), meta };
  }

  all(parameters: ListParameters): AsyncGenerator<Omit<ReadingDto, 'quote_total'>> {
    return unpriced(listAll(this.database, this.list, parameters));
  }

  async byId(id: number): Promise<ReadingDto> {
    return this.one('r.id = $$', id);
  }

  /** The reading of a customer and period, or null. */
  async ofPeriod(customerId: number, usagePeriod: string): Promise<ReadingDto | null> {
    const { data } = await listPage(this.database, this.list, { period: usagePeriod }, [
      { where: 'r.customer_id = $$', value: customerId },
    ]);
    const [reading] = await this.priced(data);
    return reading ?? null;
  }

  private async one(where: string, value: unknown): Promise<ReadingDto> {
    const { data } = await listPage(this.database, this.list, {}, [{ where, value }]);
    const [reading] = await this.priced(data);
    if (reading === undefined) throw new Problem('reading.not_found');
    return reading;
  }

  private async priced(listed: readonly ListedReading[]): Promise<ReadingDto[]> {
    const totals = await this.prices.totals(
      this.database,
      listed.map((row) => row.priced),
    );
    const spread = await this.gaps.ofReadings(
      this.database,
      listed.flatMap(({ reading }) => (reading.status === 'RECORDED' ? [reading.id] : [])),
    );
    return listed.map(({ reading }, index) => {
      const months = spread.get(reading.id);
      return {
        ...reading,
        quote_total: months === undefined ? (totals[index] ?? null) : sumOf(months),
      };
    });
  }

  async summary(text: string | undefined): Promise<ReadingSummaryDto> {
    const usagePeriod = periodParameter(text);
    const [counted, missing] = await Promise.all([
      this.counted(usagePeriod),
      countUnread(this.database, { period: usagePeriod, region_id: null, tariff_id: null }),
    ]);
    const { recorded, verified, reread, ok, warning, error } = counted;
    return {
      period: usagePeriod,
      recorded,
      verified,
      reread,
      missing,
      by_severity: { OK: ok, WARNING: warning, ERROR: error },
    };
  }

  private async counted(usagePeriod: string): Promise<Counts> {
    const [row] = await this.database.screen<Counts & object>(
      `SELECT count(*) FILTER (WHERE status = 'RECORDED') AS recorded,
         count(*) FILTER (WHERE status = 'VERIFIED') AS verified,
         count(*) FILTER (WHERE status = 'REREAD') AS reread,
         count(*) FILTER (WHERE status = 'RECORDED' AND severity = 'OK') AS ok,
         count(*) FILTER (WHERE status = 'RECORDED' AND severity = 'WARNING') AS warning,
         count(*) FILTER (WHERE status = 'RECORDED' AND severity = 'ERROR') AS error
       FROM meter_reading WHERE period = $1 AND method <> 'NONE'`,
      [usagePeriod],
    );
    return row ?? { recorded: 0, verified: 0, reread: 0, ok: 0, warning: 0, error: 0 };
  }
}

/** Exports carry what was read; what it will cost is asked for page by page only. */
async function* unpriced(
  rows: AsyncIterable<ListedReading>,
): AsyncGenerator<Omit<ReadingDto, 'quote_total'>> {
  for await (const { reading } of rows) yield reading;
}

interface Counts {
  readonly recorded: number;
  readonly verified: number;
  readonly reread: number;
  readonly ok: number;
  readonly warning: number;
  readonly error: number;
}

/** @throws Problem request.invalid */
export function periodParameter(text: string | undefined): string {
  try {
    return period(text ?? '');
  } catch {
    throw new Problem('request.invalid', {
      errors: [{ pointer: '?period', code: 'not_a_period', message: READING_SAYS.notAPeriod }],
    });
  }
}
