export { penaltyOf, monthsLate } from './penalty-of';
export { heldDays } from './penalty-hold';
export { selectPenaltyPolicy } from './select-policy';
export { validatePenaltyPolicy } from './validate-policy';
export type { PenaltyPolicyProblem } from './validate-policy';
export { PENALISED_KINDS, PENALTY_MODES } from './penalty-policy';
export type {
  PenalisedKind,
  PenaltyMode,
  PenaltyTier,
  PenaltyPolicy,
  PenalisedBill,
  PenaltyResult,
} from './penalty-policy';
export { comparedRules, mayBeginAt, mostPenalty, PENALTY_CEILING, validateProposal } from './propose-policy';
export type { PolicyProposalProblem } from './propose-policy';
export { forgivenBy, promiseKeptUntil, WAIVER_MODES, waiverOf } from './waiver';
export type { Waiver, WaiverMode, WaiverOffer } from './waiver';
export { reserveWaivers, waiverProblems } from './propose-waiver';
export type { WaivedBill, WaiverProposal, WaiverProposalProblem } from './propose-waiver';
