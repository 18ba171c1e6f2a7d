export { answerBy, checkBy, DISPUTE_REASONS, disputeRefusal } from './dispute';
export type { DisputeReason, DisputeRefusal, DisputeSource } from './dispute';
