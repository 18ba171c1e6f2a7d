export { type CaseToOpen, casesOf } from './open-case';
export { assignCase } from './assign-case';
export { changeDecision, closeEmptied, finishCase } from './finish-case';
export { cases } from './cases.parts';
export type { Case } from './entities/case.entity';
