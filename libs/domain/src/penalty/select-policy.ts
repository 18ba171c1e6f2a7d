import type { PenalisedBill, PenaltyPolicy } from './penalty-policy';

export declare function selectPenaltyPolicy(
  bill: Pick<PenalisedBill, 'period' | 'tariffCode'>,
  policies: readonly PenaltyPolicy[],
): PenaltyPolicy | null;
