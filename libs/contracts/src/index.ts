export { ERROR_CODES, isErrorCode } from './errors/error-code';
export type { ErrorCode } from './errors/error-code';
export { ERROR_CATALOGUE } from './errors/catalogue';
export type { ErrorAudience, ErrorEntry, LocalizedText } from './errors/error-entry';
export { PROBLEM_CONTENT_TYPE, problemType } from './problem-details';
export type { FieldProblem, ProblemDetails } from './problem-details';
export { MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE } from './page';
export type { Page, PageMeta } from './page';
