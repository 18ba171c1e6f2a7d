export {
  answerBy,
  checkBy,
  DISPUTE_REASONS,
  disputeReasons,
  disputeRefusal,
  holdLapsesOn,
  prolongedHold,
} from './dispute';
export type { DisputeReason, DisputeRefusal, DisputeSource } from './dispute';
