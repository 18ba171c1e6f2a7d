import { Injectable } from '@nestjs/common';
import { composeBill, MissingMeterCharge, selectVersion, type Period } from '@tirtapay/domain';
import type { Database, Tx } from '../../../platform/database';
import { TariffCatalogue } from '../tariffs';

export interface PricedReading {
  readonly tariffId: number;
  readonly period: Period;
  readonly usage: number;
  readonly meterSizeMm: number;
  readonly sealed?: boolean;
}

/** What the bills of readings come to, before there are bills. */
@Injectable()
export class ReadingPrices {
  constructor(private readonly catalogue: TariffCatalogue) {}

  /** In the order given; null where no bill could be written: no tariff in force, or no charge for the meter's size. */
  async totals(source: Tx | Database, readings: readonly PricedReading[]): Promise<(number | null)[]> {
    const versions = await this.catalogue.versionsOf(source, [
      ...new Set(readings.map((reading) => reading.tariffId)),
    ]);
    return readings.map((reading) => {
      const version = selectVersion(versions.get(reading.tariffId) ?? [], reading.period);
      if (version === null || reading.usage < 0) return null;
      try {
        return composeBill({ ...reading, version }).total;
      } catch (error) {
        if (error instanceof MissingMeterCharge || error instanceof RangeError) return null;
        throw error;
      }
    });
  }
}
