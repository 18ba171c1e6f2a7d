/** The stands of a usage counted over an exchange: those of the meter taken away, then those of the one put in. */
export type MeterChange = {
  readonly previous: { readonly from: number; readonly to: number };
  readonly current: { readonly from: number; readonly to: number };
};

/**
 * How the stands of a bill make its usage, as it is printed: `(165 − 150) + (13 − 3) = 25 m³` over an exchange,
 * `125 − 100 = 25 m³` else. Null when the stands alone do not say it (the counter passed its end, or an estimate was
 * above the true stand).
 */
export function usageFormula(previous: number, current: number, change: MeterChange | null): string | null {
  if (change === null)
    return current < previous
      ? null
      : written(`${String(current)} − ${String(previous)}`, current - previous);
  const { previous: old, current: fresh } = change;
  const usage = old.to - old.from + fresh.to - fresh.from;
  if (usage < 0) return null;
  return written(
    `(${String(old.to)} − ${String(old.from)}) + (${String(fresh.to)} − ${String(fresh.from)})`,
    usage,
  );
}

function written(terms: string, usage: number): string {
  return `${terms} = ${String(usage)} m³`;
}
