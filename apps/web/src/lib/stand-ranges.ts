interface Counted {
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly meter_change?: {
    readonly previous: { readonly from: number; readonly to: number };
    readonly current: { readonly from: number; readonly to: number };
  } | null;
}

export interface StandRange {
  /** Which meter showed it; OLD and NEW when it was exchanged within the usage. */
  readonly meter: 'ONLY' | 'OLD' | 'NEW';
  readonly from: number;
  readonly to: number;
}

/** What each meter showed within a usage: one range, or two when the meter was exchanged. */
export function standRanges({ previous_stand, current_stand, meter_change }: Counted): StandRange[] {
  const range = (meter: StandRange['meter'], from: number, to: number): StandRange => ({
    meter,
    from,
    to,
  });
  if (meter_change == null) return [range('ONLY', previous_stand, current_stand)];
  return [
    range('OLD', meter_change.previous.from, meter_change.previous.to),
    range('NEW', meter_change.current.from, meter_change.current.to),
  ];
}
