export { checkLaws, findViolations, LAWS, type LawResult } from './find-violations';
