import { selectVersion, type TariffVersion } from '../tariff';
import type { Period } from '../time';
import { applicableCharges, MissingMeterCharge } from './compose-bill';

/** Meters of one size that a category has to be able to bill. */
export interface MeterSizeInUse {
  readonly meterSizeMm: number;
}

/** A size a version has no price for, and the charge it lacks. */
export type UnpriceableSize<Size extends MeterSizeInUse> = Size &
  Pick<MissingMeterCharge, 'chargeCode' | 'chargeLabel'>;

/**
 * The meters in use that a version could not bill. Blocks reach from 0 without a gap to an open end (`validateBlocks`), so
 * every usage has a price; what can be missing is a charge by meter size, for a size nobody thought of.
 *
 * Worked: `DANA_METER` of 15 mm Rp5.000 and of 20 mm Rp7.500, in a category with a meter of 25 mm: 25 mm lacks DANA_METER.
 */
export function unpriceableSizes<Size extends MeterSizeInUse>(
  version: Pick<TariffVersion, 'fixedCharges'>,
  sizes: readonly Size[],
): UnpriceableSize<Size>[] {
  return sizes.flatMap((size) => {
    try {
      applicableCharges(version, size.meterSizeMm);
      return [];
    } catch (error) {
      if (!(error instanceof MissingMeterCharge)) throw error;
      const { chargeCode, chargeLabel } = error;
      return [{ ...size, chargeCode, chargeLabel }];
    }
  });
}

/** Why a meter cannot be billed: the charge a version lacks for its size, and the month that version begins with. */
export interface UnpricedMeter extends Pick<MissingMeterCharge, 'chargeCode' | 'chargeLabel'> {
  readonly validFrom: Period;
}

/**
 * Whether a category can bill a meter of a size from a month on: by the version of that month and by every one agreed for
 * later. A category without any version prices nobody yet, and is asked about when it has one.
 * @param versions of one category, in force or agreed
 * @returns the first version that could not, and what it lacks
 */
export function unpricedMeter(
  versions: readonly Pick<TariffVersion, 'fixedCharges' | 'validFrom'>[],
  meterSizeMm: number,
  from: Period,
): UnpricedMeter | null {
  const now = selectVersion(versions, from);
  const later = versions.filter(({ validFrom }) => validFrom > from);
  for (const version of [...(now === null ? [] : [now]), ...later]) {
    const [missing] = unpriceableSizes(version, [{ meterSizeMm }]);
    if (missing === undefined) continue;
    const { chargeCode, chargeLabel } = missing;
    return { chargeCode, chargeLabel, validFrom: version.validFrom };
  }
  return null;
}
