import { Injectable } from '@nestjs/common';
import { composeBill, MissingMeterCharge, selectVersion, type Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { categoryOfMonth } from '../customers';
import { TariffCatalogue } from '../tariffs';

/** A month of a customer. */
interface MonthOfCustomer {
  readonly customerId: number;
  readonly period: Period;
}

export interface PricedReading extends MonthOfCustomer {
  readonly usage: number;
  readonly meterSizeMm: number;
  readonly sealed?: boolean;
}

const CATEGORIES = `
  SELECT ${categoryOfMonth('k.period', '$3')} AS tariff_id
  FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS k (customer_id, period, n) JOIN pelanggan c ON c.id = k.customer_id
  ORDER BY k.n`;

/** What the bills of readings come to, before there are bills: each month by the category of that month. */
@Injectable()
export class ReadingPrices {
  constructor(
    private readonly clock: Clock,
    private readonly catalogue: TariffCatalogue,
  ) {}

  /** In the order given; null where no bill could be written: no tariff in force, or no charge for the meter's size. */
  async totals(source: Tx | Database, readings: readonly PricedReading[]): Promise<(number | null)[]> {
    const categories = await this.categories(source, readings);
    const versions = await this.catalogue.versionsOf(source, [...new Set(categories)]);
    return readings.map((reading, index) => {
      const version = selectVersion(versions.get(categories[index] ?? 0) ?? [], reading.period);
      if (version === null || reading.usage < 0) return null;
      try {
        return composeBill({ ...reading, version }).total;
      } catch (error) {
        if (error instanceof MissingMeterCharge || error instanceof RangeError) return null;
        throw error;
      }
    });
  }

  /** The category each month is priced by, in the order given. */
  async categories(source: Tx | Database, months: readonly MonthOfCustomer[]): Promise<number[]> {
    if (months.length === 0) return [];
    const values = [
      months.map(({ customerId }) => customerId),
      months.map(({ period }) => period),
      this.clock.zone,
    ];
    const rows = await (source instanceof Database
      ? source.read<{ tariff_id: number }>(CATEGORIES, values)
      : source.query<{ tariff_id: number }>(CATEGORIES, values));
    return rows.map(({ tariff_id: id }) => id);
  }
}
