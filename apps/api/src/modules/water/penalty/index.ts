export { AccruePenalties } from './accrue-penalties.service';
export { AssessPenalties } from './assess-penalties.worker';
export { PenaltyEntry } from './entities/penalty-entry.entity';
export { PenaltyPolicyRow } from './entities/penalty-policy.entity';
export { Penalty } from './entities/penalty.entity';
export { penaltyDue } from './penalty-due';
export { PenaltyModule } from './penalty.module';
export { PolicyBook } from './policy-book';
