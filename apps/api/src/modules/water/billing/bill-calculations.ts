import {
  composeBill,
  MissingMeterCharge,
  selectVersion,
  type ComposedBill,
  type Period,
} from '@tirtapay/domain';
import { Problem } from '../../../platform/problem';
import type { CataloguedVersion } from '../tariffs';
import { BILL_SAYS } from './sentences';

/** A verified reading about to be billed. */
export interface BillableReading {
  readonly id: number;
  readonly customer_number: string;
  readonly tariff_id: number;
  readonly period: Period;
  readonly usage_m3: number;
  readonly size_mm: number;
  /** Nobody read it, and only the fixed charges are owed. */
  readonly sealed: boolean;
}

/** One calculation, shared by every reading with the same inputs. */
export interface Calculation {
  readonly versionId: number;
  readonly meterSizeMm: number;
  readonly bill: ComposedBill;
}

const MAX_KEPT = 10_000;

/**
 * Calculates bills with libs/domain and remembers them by their inputs: an approved version never changes, and of a
 * million customers with the same tariff, meter size and period most share a few dozen usages.
 */
export class BillCalculations {
  private readonly kept = new Map<string, Calculation>();

  /** @throws Problem bill.not_calculable, naming the customer */
  of(reading: BillableReading, versions: readonly CataloguedVersion[], dueDay: number): Calculation {
    const version = selectVersion(versions, reading.period);
    if (version === null)
      throw new Problem('bill.not_calculable', {
        detail: BILL_SAYS.noTariff(reading.customer_number, reading.period),
      });
    const key = [version.id, reading.size_mm, reading.usage_m3, reading.period, dueDay, reading.sealed].join(
      '/',
    );
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const calculation = {
      versionId: version.id,
      meterSizeMm: reading.size_mm,
      bill: compose(reading, version, dueDay),
    };
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(key, calculation);
    return calculation;
  }
}

function compose(reading: BillableReading, version: CataloguedVersion, dueDay: number): ComposedBill {
  try {
    return composeBill({
      usage: reading.usage_m3,
      version,
      meterSizeMm: reading.size_mm,
      period: reading.period,
      dueDay,
      sealed: reading.sealed,
    });
  } catch (error) {
    if (error instanceof MissingMeterCharge || error instanceof RangeError)
      throw new Problem('bill.not_calculable', {
        detail: BILL_SAYS.notCalculable(reading.customer_number, error),
      });
    throw error;
  }
}

/** What a connection sealed for a month owes; null when its tariff has no charge for the meter's size. */
export function fixedChargesOf(input: {
  readonly version: CataloguedVersion;
  readonly meterSizeMm: number;
  readonly period: Period;
}): number | null {
  try {
    return composeBill({ ...input, usage: 0, sealed: true }).total;
  } catch (error) {
    if (error instanceof MissingMeterCharge) return null;
    throw error;
  }
}
