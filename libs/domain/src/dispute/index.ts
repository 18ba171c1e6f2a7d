export { answerBy, checkBy, DISPUTE_REASONS, disputeRefusal, holdLapsesOn, prolongedHold } from './dispute';
export type { DisputeReason, DisputeRefusal, DisputeSource } from './dispute';
