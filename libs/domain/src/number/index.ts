export type { NumberUnit, ParsedWholeNumber, WholeNumberProblem } from './parse-whole-number';
export { groupWholeNumber, parseWholeNumber } from './parse-whole-number';
