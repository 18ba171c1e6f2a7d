/** Our books of a supplier's deposit at one moment, whole rupiah. */
export interface BookedBalance {
  /** Account 1150 of this supplier; below zero when it delivered more than we know to have paid in. */
  readonly booked: number;
  /** What the orders it was sent and has not answered may cost at most: it may have taken that already. */
  readonly inFlight: number;
}

/**
 * By how much a supplier's own balance differs from our books, when orders in flight do not explain it. The supplier
 * answers at some moment between the two readings of our books, so whatever lies within what they allow is no difference.
 * @returns 0 when it agrees; above zero: the supplier holds more than we know of
 * @example supplierGap(1_000_000, at(1_000_000, 0), at(1_000_000, 0)) → 0
 * @example supplierGap(960_800, at(1_000_000, 39_200), at(1_000_000, 39_200)) → 0 (it took what is in flight)
 * @example supplierGap(950_000, at(1_000_000, 39_200), at(1_000_000, 39_200)) → -10_800
 */
export function supplierGap(told: number, before: BookedBalance, after: BookedBalance): number {
  const most = Math.max(before.booked, after.booked);
  const least = Math.min(before.booked - before.inFlight, after.booked - after.inFlight);
  if (told > most) return told - most;
  return told < least ? told - least : 0;
}
