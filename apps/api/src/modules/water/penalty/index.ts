export { AccruePenalties, type MissingAccrual } from './accrue-penalties.service';
export { AssessPenalties } from './assess-penalties.worker';
export { penaltyDue } from './penalty-due';
export { PenaltyModule } from './penalty.module';
export { PolicyBook } from './policy-book';
export { penalty } from './penalty.parts';
