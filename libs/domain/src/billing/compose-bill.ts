import type { TariffVersion } from '../tariff';
import type { Period } from '../time';
import type { ComposedBill } from './bill';

export type BillInput = {
  /** m³, whole, ≥ 0. */
  readonly usage: number;
  readonly version: TariffVersion;
  /** Nominal diameter of the installed meter, for charges that depend on it. */
  readonly meterSizeMm: number;
  /** Usage period. */
  readonly period: Period;
  /** Day of the following month; 20 unless configured otherwise. */
  readonly dueDay?: number;
};

/** The tariff has this charge by meter size, but not for this size: billing on would silently charge nothing. */
export class MissingMeterCharge extends Error {
  override readonly name = 'MissingMeterCharge';
  constructor(
    readonly chargeCode: string,
    readonly meterSizeMm: number,
  ) {
    super(`tariff has no ${chargeCode} for a meter of ${String(meterSizeMm)} mm`);
  }
}

export declare function composeBill(input: BillInput): ComposedBill;
