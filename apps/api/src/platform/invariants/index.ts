export { checkLaws, checkLawsOn, findViolations, LAWS, type LawResult } from './find-violations';
