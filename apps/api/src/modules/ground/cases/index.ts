export { type CaseToOpen, casesOf } from './open-case';
export { finishCase } from './finish-case';
export { cases } from './cases.parts';
export type { Case } from './entities/case.entity';
