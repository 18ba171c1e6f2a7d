export { PenaltyModule } from './penalty.module';
export { PolicyBook } from './policy-book';
export { AccruePenalties, type AccruedPenalty } from './accrue-penalties.service';
export { AssessPenalties } from './assess-penalties.worker';
export { penaltyDue, type PenalisableBill, type PenaltyDue } from './penalty-due';
export { Penalty } from './entities/penalty.entity';
export { PenaltyEntry } from './entities/penalty-entry.entity';
export { PenaltyPolicyRow } from './entities/penalty-policy.entity';
