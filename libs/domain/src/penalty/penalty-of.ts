import type { BusinessDate } from '../time';
import type { PenalisedBill, PenaltyPolicy, PenaltyResult } from './penalty-policy';

export declare function monthsLate(dueDate: BusinessDate, graceDays: number, asOf: BusinessDate): number;

export declare function penaltyOf(
  bill: PenalisedBill,
  policies: readonly PenaltyPolicy[],
  asOf: BusinessDate,
): PenaltyResult;
