export { parseStrictJson } from './parse-strict-json';
export type { StrictJsonLimits, StrictJsonProblem, StrictJsonProblemCode, StrictJsonResult } from './problem';
