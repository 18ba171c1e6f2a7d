import { countedFrom } from '@tirtapay/domain';
import type { MeterReplacementDto, PreviousReadingDto } from './dto/reading-context.dto';
import { daysIn, type CustomerBasis } from './reading-basis';

/** What the next stand is counted from, and the exchange of meters since then. */
export function countedBefore(
  basis: CustomerBasis,
  zone: string,
): { previous: PreviousReadingDto | null; replacement: MeterReplacementDto | null } {
  const from = countedFrom(basis, daysIn(zone));
  if (from === null) return { previous: null, replacement: null };
  const last = basis.history[0];
  const now = basis.meters.find((meter) => meter.removedOn === null);
  const removedStand = from.meter.removedStand;
  return {
    previous: {
      stand: from.stand,
      lowest_stand: from.estimatedFloor ?? from.stand,
      period: last?.period ?? null,
      usage_m3: last?.usage ?? null,
    },
    replacement:
      now === undefined || now.id === from.meter.id || removedStand === null
        ? null
        : {
            replaced_on: now.installedOn,
            removed_stand: removedStand,
            installed_stand: now.installedStand,
          },
  };
}
