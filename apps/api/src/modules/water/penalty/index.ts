export { AccruePenalties, type MissingAccrual } from './accrue-penalties.service';
export { AssessPenalties } from './assess-penalties.worker';
export { PenaltyExcesses } from './excess.service';
export { OWED_PENALTY } from './owed-penalty';
export { penaltyDue } from './penalty-due';
export { PenaltyModule } from './penalty.module';
export { PolicyBook } from './policy-book';
export { KeepPromises } from './waiver/keep-promises.service';
export {
  CORRECTED,
  forgivenOf,
  PROMISED_UNTIL,
  toWaiverOffer,
  WAIVER_OFFERS,
  type WaiverOfferRow,
} from './waiver/waiver-offers';
export { ProposeWaiver } from './waiver/propose-waiver.service';
export { WaiveInPlan } from './waiver/waive-in-plan.service';
export { penalty } from './penalty.parts';
