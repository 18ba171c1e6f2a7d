/** Stands in whole m³ (the black wheels). `digits` is the number of black wheels of the meter now installed. */
export type MeterStands = {
  readonly previous: number;
  readonly current: number;
  readonly digits: number;
  /** A person confirmed that the meter passed its last number. */
  readonly rollover?: boolean;
  /** The meter was changed in this period. `removedDigits` when the old meter had another number of wheels. */
  readonly replacement?: {
    readonly removedStand: number;
    readonly installedStand: number;
    readonly removedDigits?: number;
  };
};

export type UsageRefusal =
  | 'NEGATIVE_USAGE'
  | 'ROLLOVER_NOT_LOWER'
  | 'ROLLOVER_WITH_REPLACEMENT'
  | 'REMOVED_BELOW_PREVIOUS'
  | 'STAND_TOO_LARGE'
  | 'STAND_INVALID';

export type UsageResult =
  | { readonly ok: true; readonly usage: number; readonly formula: string }
  | { readonly ok: false; readonly reason: UsageRefusal };

export declare function usageOf(stands: MeterStands): UsageResult;
