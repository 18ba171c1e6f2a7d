import type { PenaltyPolicy } from './penalty-policy';

export type PenaltyPolicyProblem =
  | 'AMOUNT_MISSING'
  | 'AMOUNT_NEGATIVE'
  | 'TIERS_MISSING'
  | 'TIER_MONTH_INVALID'
  | 'TIER_MONTH_REPEATED'
  | 'TIERS_DECREASING'
  | 'BASIS_POINTS_INVALID'
  | 'GRACE_DAYS_INVALID'
  | 'CAP_NEGATIVE'
  | 'TARIFF_CODES_EMPTY'
  | 'VALIDITY_REVERSED';

export declare function validatePenaltyPolicy(policy: PenaltyPolicy): PenaltyPolicyProblem[];
